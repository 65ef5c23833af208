using MamConsole.Server.Outcomes;

namespace MamConsole.Server.PolicyAudiences;

/// <summary>What was typed finds nothing useful.</summary>
public sealed record SearchTooShort()
    : Problem($"Type {FindGroups.MinimumTextLength} letters of the group’s name at least, or its object id.")
{
    public override int Status => StatusCodes.Status400BadRequest;
}
