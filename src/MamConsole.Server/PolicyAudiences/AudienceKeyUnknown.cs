using MamConsole.Server.Outcomes;

namespace MamConsole.Server.PolicyAudiences;

/// <summary>The page key is not one that this list returned.</summary>
public sealed record AudienceKeyUnknown() : Problem("The value of 'after' was not returned by this list. Start without it.")
{
    public override int Status => StatusCodes.Status400BadRequest;
}
