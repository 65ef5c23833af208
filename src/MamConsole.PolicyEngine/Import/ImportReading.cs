using MamConsole.PolicyEngine.PolicyFile;
using MamConsole.PolicyEngine.Values;

namespace MamConsole.PolicyEngine.Import;

/// <summary>The result of reading a file: policies, or the faults for which it is rejected.</summary>
/// <param name="Policies">One or more policies; none when the file is rejected.</param>
/// <param name="Faults">The faults; empty when the file was read.</param>
public sealed record ImportReading(ValueList<ImportedPolicy> Policies, ValueList<FileFault> Faults)
{
    internal static ImportReading Rejected(string path, string message) => new([], [new FileFault(path, message)]);
}
