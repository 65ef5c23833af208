using MamConsole.PolicyEngine.Findings;
using MamConsole.PolicyEngine.Values;
using MamConsole.Server.Outcomes;

namespace MamConsole.Server.Policies;

/// <summary>Rules block the publication.</summary>
/// <param name="Findings">The blocking findings.</param>
public sealed record PolicyBlocked(ValueList<Finding> Findings)
    : Problem(
        "This cannot be published: "
            + $"{(Findings.Count == 1 ? Findings[0].Message : $"{Findings.Count} rules block it. Correct the named fields first.")}"
    )
{
    public override int Status => StatusCodes.Status422UnprocessableEntity;
}
