using MamConsole.PolicyEngine;

namespace MamConsole.Server.Policies;

/// <summary>One thing that a rule said about a version and somebody accepted, as it read then.</summary>
/// <param name="Code">The rule's id.</param>
/// <param name="Severity">A warning or a danger.</param>
/// <param name="Field">The field it is about.</param>
/// <param name="Message">What the rule said.</param>
/// <param name="Reason">The words for this one; empty where the version's own reason stands for it.</param>
public sealed record AcceptedFinding(string Code, Severity Severity, string Field, string Message, string Reason);

/// <summary>Why one warning or danger is accepted.</summary>
public sealed record Acceptance
{
    /// <summary>The rule's id.</summary>
    public required string Code { get; init; }

    /// <summary>The field of the finding.</summary>
    public required string Field { get; init; }

    /// <summary>In people's own words; an empty one says nothing.</summary>
    public required string Reason { get; init; }
}

/// <summary>Somebody accepts what no rule says any more.</summary>
/// <param name="Code">The rule's id.</param>
/// <param name="Field">The field.</param>
public sealed record NothingToAccept(string Code, string Field) : Problem($"Rule {Code} has nothing to say about {Field} now. Look at the warnings again.")
{
    public override int Status => StatusCodes.Status422UnprocessableEntity;
}
