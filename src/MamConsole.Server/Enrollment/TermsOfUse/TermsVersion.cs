using System.Text.Json.Serialization;

namespace MamConsole.Server.Enrollment.TermsOfUse;

/// <summary>A version of the terms of use; it never changes.</summary>
/// <param name="Number">From 1, without gaps; the highest is in force.</param>
/// <param name="Text">In Markdown; empty when nobody is shown any.</param>
/// <param name="Required">Whether nobody enrolls without having accepted.</param>
/// <param name="PublishedAt">When.</param>
/// <param name="PublishedBy">The person's name.</param>
public sealed record TermsVersion(int Number, string Text, bool Required, DateTimeOffset? PublishedAt, string PublishedBy)
{
    /// <summary>Where nothing was ever published.</summary>
    public static readonly TermsVersion None = new(0, "", false, null, "");

    /// <summary>Whether there is anything to accept.</summary>
    [JsonIgnore]
    public bool IsShown => Text.Length > 0;
}

/// <summary>A version without its text.</summary>
public sealed record TermsSummary(int Number, bool IsShown, bool Required, DateTimeOffset PublishedAt, string PublishedBy);

/// <summary>Versions, newest first.</summary>
/// <param name="Items">The versions.</param>
/// <param name="Next">What to ask as <c>before</c> for the next page; absent on the last.</param>
public sealed record TermsHistory(IReadOnlyList<TermsSummary> Items, int? Next);

/// <summary>What the next version is to say.</summary>
/// <param name="Text">In Markdown; empty to show nobody any terms from now on.</param>
/// <param name="Required">Whether nobody enrolls without having accepted.</param>
public sealed record NewTerms(string Text, bool Required);

/// <summary>Somebody else published meanwhile.</summary>
/// <param name="Expected">The version that was read.</param>
/// <param name="Actual">The version in force.</param>
/// <param name="By">Who published that.</param>
public sealed record TermsConflict(int Expected, int Actual, string By)
    : Problem($"{By} published version {Actual} meanwhile (yours started from {Expected}). Read theirs, then apply your changes to it.");

/// <summary>The text cannot be kept or shown as it is.</summary>
/// <param name="Why">The whole sentence.</param>
public sealed record TermsInvalid(string Why) : Problem(Why)
{
    public override int Status => StatusCodes.Status400BadRequest;
}

/// <summary>An edit without the version that it started from.</summary>
public sealed record TermsIfMatchMissing() : Problem("Send If-Match with the ETag of the terms that you read, so that nobody's work is overwritten.")
{
    public override int Status => StatusCodes.Status428PreconditionRequired;
}
