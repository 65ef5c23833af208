using MamConsole.Server.Outcomes;

namespace MamConsole.Server.Policies;

/// <summary>A request accepts a finding that the review no longer has.</summary>
/// <param name="Code">The rule's id.</param>
/// <param name="Field">The field, as a path in the policy's JSON.</param>
public sealed record NothingToAccept(string Code, string Field)
    : Problem($"Rule {Code} no longer reports a finding for {Field}. Review the current warnings.")
{
    public override int Status => StatusCodes.Status422UnprocessableEntity;
}
