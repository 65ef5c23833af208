using MamConsole.Server.Outcomes;

namespace MamConsole.Server.PolicyAudiences;

/// <summary>The search text is too short.</summary>
public sealed record SearchTooShort()
    : Problem($"Enter at least {FindGroups.MinimumTextLength} characters of the group’s name, or its object id.")
{
    public override int Status => StatusCodes.Status400BadRequest;
}
