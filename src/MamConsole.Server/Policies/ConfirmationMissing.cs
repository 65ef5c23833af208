using MamConsole.PolicyEngine.Findings;
using MamConsole.PolicyEngine.Values;
using MamConsole.Server.Outcomes;

namespace MamConsole.Server.Policies;

/// <summary>Danger is accepted by typing a text, and it was not typed.</summary>
/// <param name="ExpectedText">What to type.</param>
/// <param name="Findings">The dangers.</param>
public sealed record ConfirmationMissing(string ExpectedText, ValueList<Finding> Findings)
    : Problem($"This can harm people's work. To publish it all the same, type: {ExpectedText}")
{
    public override int Status => StatusCodes.Status422UnprocessableEntity;
}
