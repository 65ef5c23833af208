using MamConsole.Server.Outcomes;

namespace MamConsole.Server.Policies;

/// <summary>Somebody accepts what no rule says any more.</summary>
/// <param name="Code">The rule's id.</param>
/// <param name="Field">The field.</param>
public sealed record NothingToAccept(string Code, string Field)
    : Problem($"Rule {Code} has nothing to say about {Field} now. Look at the warnings again.")
{
    public override int Status => StatusCodes.Status422UnprocessableEntity;
}
