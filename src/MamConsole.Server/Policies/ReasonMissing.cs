using MamConsole.PolicyEngine.Findings;
using MamConsole.PolicyEngine.Values;
using MamConsole.Server.Outcomes;

namespace MamConsole.Server.Policies;

/// <summary>Warnings are accepted with a reason, and it is not there.</summary>
/// <param name="Findings">What needs it; empty when the step itself does.</param>
public sealed record ReasonMissing(ValueList<Finding> Findings)
    : Problem("Enter a reason: it is stored with the version and in the audit trail.")
{
    public override int Status => StatusCodes.Status422UnprocessableEntity;
}
