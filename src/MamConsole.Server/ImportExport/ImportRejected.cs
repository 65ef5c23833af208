using MamConsole.PolicyEngine.PolicyFile;
using MamConsole.PolicyEngine.Values;
using MamConsole.Server.Outcomes;

namespace MamConsole.Server.ImportExport;

/// <summary>The file cannot be read as a policy. Nothing was written.</summary>
/// <param name="Faults">The errors, each with its location and reason.</param>
public sealed record ImportRejected(ValueList<FileFault> Faults)
    : Problem(
        "The file was not imported. "
            + $"{(Faults[0].Path is "$" or "/" ? "" : $"{Faults[0].Path}: ")}{Faults[0].Message}"
            + $"{(Faults.Count > 1 ? $" And {Faults.Count - 1} more." : "")}"
    )
{
    public override int Status => StatusCodes.Status400BadRequest;
}
