using MamConsole.PolicyEngine.Findings;
using MamConsole.PolicyEngine.Values;
using MamConsole.Server.Outcomes;

namespace MamConsole.Server.Policies;

/// <summary>Rules forbid to publish it.</summary>
/// <param name="Findings">What blocks.</param>
public sealed record PolicyBlocked(ValueList<Finding> Findings)
    : Problem(
        "This cannot be published: "
            + $"{(Findings.Count == 1 ? Findings[0].Message : $"{Findings.Count} rules forbid it. Correct the named fields first.")}"
    )
{
    public override int Status => StatusCodes.Status422UnprocessableEntity;
}
