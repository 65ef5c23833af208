using MamConsole.PolicyEngine.Values;
using MamConsole.Server.Outcomes;

namespace MamConsole.Server.ImportExport;

/// <summary>The file contains several policies, or not the requested one.</summary>
/// <param name="Names">The names of the policies, in the order of the file.</param>
public sealed record ImportAmbiguous(ValueList<string> Names)
    : Problem(
        $"The file contains {(Names.Count == 1 ? "one policy" : $"{Names.Count} policies")}. "
            + $"Select one with item, from 0 to {Names.Count - 1}."
    )
{
    public override int Status => StatusCodes.Status400BadRequest;
}
