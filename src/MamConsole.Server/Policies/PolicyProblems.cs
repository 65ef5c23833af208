using MamConsole.PolicyEngine;
using MamConsole.PolicyEngine.Values;

namespace MamConsole.Server.Policies;

/// <summary>The draft was saved by somebody else since it was read.</summary>
/// <param name="Expected">The revision that was edited.</param>
/// <param name="Actual">The revision that stands.</param>
/// <param name="By">Who saved that.</param>
public sealed record DraftConflict(int Expected, int Actual, string By)
    : Problem($"{By} saved this draft meanwhile (revision {Actual}, yours started from {Expected}). Read theirs, then apply your changes to it.");

/// <summary>Another version was published since the policy was read.</summary>
/// <param name="Expected">The number that was in force; 0 = none.</param>
/// <param name="Actual">The number that is.</param>
public sealed record VersionConflict(int Expected, int Actual)
    : Problem($"Someone published version {Actual} meanwhile. Look at what it changes, then decide again.");

/// <summary>Rules forbid to publish it.</summary>
/// <param name="Findings">What blocks.</param>
public sealed record PolicyBlocked(ValueList<Finding> Findings)
    : Problem($"This cannot be published: {(Findings.Count == 1 ? Findings[0].Message : $"{Findings.Count} rules forbid it. Correct the named fields first.")}")
{
    public override int Status => StatusCodes.Status422UnprocessableEntity;
}

/// <summary>Warnings are accepted with a reason, and it is not there.</summary>
/// <param name="Findings">What needs it; empty when the step itself does.</param>
public sealed record ReasonMissing(ValueList<Finding> Findings)
    : Problem("Say why: the reason is kept with the version and in the audit trail.")
{
    public override int Status => StatusCodes.Status422UnprocessableEntity;
}

/// <summary>Danger is accepted by typing a text, and it was not typed.</summary>
/// <param name="ExpectedText">What to type.</param>
/// <param name="Findings">The dangers.</param>
public sealed record ConfirmationMissing(string ExpectedText, ValueList<Finding> Findings)
    : Problem($"This can harm people's work. To publish it all the same, type: {ExpectedText}")
{
    public override int Status => StatusCodes.Status422UnprocessableEntity;
}

/// <summary>The document is the one in force.</summary>
/// <param name="Number">The version that holds it.</param>
public sealed record NothingToPublish(int Number) : Problem($"Nothing changed: this is what version {Number} says already.");

/// <summary>Another policy has the name.</summary>
public sealed record NameTaken(string Name) : Problem($"There is a policy named {Name} already. Choose another name.");

/// <summary>A name or a reason that cannot be kept as typed.</summary>
/// <param name="Field">Which text.</param>
/// <param name="Why">The whole sentence.</param>
public sealed record TextInvalid(string Field, string Why) : Problem(Why)
{
    public override int Status => StatusCodes.Status400BadRequest;
}

/// <summary>The document is larger than any device could be given.</summary>
/// <param name="Length">Its characters as JSON.</param>
/// <param name="Limit">How many are taken.</param>
public sealed record DocumentTooLarge(int Length, int Limit)
    : Problem($"The policy is too large ({Length} of at most {Limit} characters). Shorten its lists.")
{
    public override int Status => StatusCodes.Status413PayloadTooLarge;
}

/// <summary>A pasted document holds a key, or may hold one: what is stored would keep it readable, in the audit trail for good.</summary>
/// <param name="Field">The document, as a path in the policy's JSON.</param>
public sealed record KeyInClear(string Field)
    : Problem($"A key stands in {Field} for everybody to read. Keep it as a secret (POST /api/v1/secrets), name it beside the document, and leave keyMaterial or L2tpPsk empty.")
{
    public override int Status => StatusCodes.Status422UnprocessableEntity;
}
