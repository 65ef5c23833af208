using MamConsole.PolicyEngine.Eas;
using MamConsole.PolicyEngine.Values;

namespace MamConsole.Server.Policies.Exchange;

/// <summary>What Exchange asks of devices, as somebody recorded it; it never changes.</summary>
/// <param name="Number">From 1, without gaps; the highest counts. 0 = nothing was ever recorded.</param>
/// <param name="Name">How the policy is called in Exchange; may be empty.</param>
/// <param name="Elements">The elements of EASProvisionDoc that say something.</param>
/// <param name="RecordedAt">When.</param>
/// <param name="RecordedBy">The person's name.</param>
public sealed record ExchangePolicyVersion(int Number, string Name, EasPolicy Elements, DateTimeOffset? RecordedAt, string RecordedBy)
{
    /// <summary>Where nothing was ever recorded.</summary>
    public static readonly ExchangePolicyVersion None = new(0, "", EasPolicy.Empty, null, "");
}

/// <summary>A version without its elements.</summary>
/// <param name="Number">Its number.</param>
/// <param name="Name">The policy's name.</param>
/// <param name="Elements">How many elements say something.</param>
/// <param name="RecordedAt">When.</param>
/// <param name="RecordedBy">The person's name.</param>
public sealed record ExchangePolicySummary(int Number, string Name, int Elements, DateTimeOffset RecordedAt, string RecordedBy);

/// <summary>Versions, newest first.</summary>
/// <param name="Items">The versions.</param>
/// <param name="Next">What to ask as <c>before</c> for the next page; absent on the last.</param>
public sealed record ExchangePolicyHistory(IReadOnlyList<ExchangePolicySummary> Items, int? Next);

/// <summary>What to record: elements, or a text that holds them.</summary>
public sealed record NewExchangePolicy
{
    /// <summary>How the policy is called; empty takes the name that stands in the text.</summary>
    public string Name { get; init; } = "";

    /// <summary>The elements of EASProvisionDoc; not with <see cref="Text"/>.</summary>
    public EasPolicy? Elements { get; init; }

    /// <summary>What <c>Get-MobileDeviceMailboxPolicy | Format-List</c> printed, or an EASProvisionDoc; not with <see cref="Elements"/>.</summary>
    public string? Text { get; init; }
}

/// <summary>What was recorded, and what of the text was not.</summary>
/// <param name="Version">The version that counts now.</param>
/// <param name="NotTaken">Lines of the text that made no setting; empty for elements.</param>
public sealed record RecordedExchangePolicy(ExchangePolicyVersion Version, ValueList<PastedLine> NotTaken);

/// <summary>Somebody else recorded one meanwhile.</summary>
/// <param name="Expected">The version that was read.</param>
/// <param name="Actual">The version that counts.</param>
/// <param name="By">Who recorded that.</param>
public sealed record ExchangePolicyConflict(int Expected, int Actual, string By)
    : Problem($"{By} recorded version {Actual} meanwhile (yours started from {Expected}). Look at theirs, then decide again.");

/// <summary>The text is no Exchange policy, or values in it cannot be read.</summary>
/// <param name="Why">The whole sentence.</param>
/// <param name="Lines">The lines at fault.</param>
public sealed record ExchangePolicyUnreadable(string Why, ValueList<PastedLine> Lines) : Problem(Why)
{
    public override int Status => StatusCodes.Status422UnprocessableEntity;
}

/// <summary>An edit without the version that it started from.</summary>
public sealed record ExchangePolicyIfMatchMissing() : Problem("Send If-Match with the ETag of the Exchange policy that you read (\"0\" when there was none), so that nobody's work is overwritten.")
{
    public override int Status => StatusCodes.Status428PreconditionRequired;
}
