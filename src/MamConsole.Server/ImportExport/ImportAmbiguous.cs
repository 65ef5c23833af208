using MamConsole.PolicyEngine.Values;
using MamConsole.Server.Outcomes;

namespace MamConsole.Server.ImportExport;

/// <summary>The file holds several policies, or not the one that was asked for.</summary>
/// <param name="Names">What they are called, in their order.</param>
public sealed record ImportAmbiguous(ValueList<string> Names)
    : Problem(
        $"The file holds {(Names.Count == 1 ? "one policy" : $"{Names.Count} policies")}. Say which one: item, from 0 to {Names.Count - 1}."
    )
{
    public override int Status => StatusCodes.Status400BadRequest;
}
