using MamConsole.PolicyEngine.PolicyFile;
using MamConsole.PolicyEngine.Values;

namespace MamConsole.PolicyEngine.Import;

/// <summary>What came of reading a file: policies, or the reasons why there are none.</summary>
/// <param name="Policies">One or more; none when it was refused.</param>
/// <param name="Faults">Why it was refused; empty when it was read.</param>
public sealed record ImportReading(ValueList<ImportedPolicy> Policies, ValueList<FileFault> Faults)
{
    internal static ImportReading Rejected(string path, string message) => new([], [new FileFault(path, message)]);
}
