using MamConsole.PolicyEngine.Findings;
using MamConsole.PolicyEngine.Values;
using MamConsole.Server.Outcomes;

namespace MamConsole.Server.Policies;

/// <summary>A rule finds danger, and the confirmation text was not typed or differs.</summary>
/// <param name="ExpectedText">The text to type.</param>
/// <param name="Findings">The findings that need the confirmation.</param>
public sealed record ConfirmationMissing(string ExpectedText, ValueList<Finding> Findings)
    : Problem($"This change can cause loss of work data. To publish it anyway, type: {ExpectedText}")
{
    public override int Status => StatusCodes.Status422UnprocessableEntity;
}
