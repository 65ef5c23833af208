using MamConsole.PolicyEngine.Findings;
using MamConsole.PolicyEngine.Values;
using MamConsole.Server.Outcomes;

namespace MamConsole.Server.Policies;

/// <summary>A reason is required to accept warnings, and none was given.</summary>
/// <param name="Findings">The findings that require it; empty when the operation itself does.</param>
public sealed record ReasonMissing(ValueList<Finding> Findings)
    : Problem("Enter a reason: it is stored with the version and in the audit trail.")
{
    public override int Status => StatusCodes.Status422UnprocessableEntity;
}
