using System.Text.Json.Serialization;

namespace MamConsole.Server.TermsOfUse;

/// <summary>A version of the terms of use; it never changes.</summary>
/// <param name="Number">From 1, without gaps; the highest is in effect.</param>
/// <param name="Text">In Markdown; empty when no terms are shown.</param>
/// <param name="Required">Whether enrollment requires acceptance.</param>
/// <param name="PublishedAt">When it was published.</param>
/// <param name="PublishedBy">The name of the person who published it.</param>
public sealed record TermsVersion(int Number, string Text, bool Required, DateTimeOffset? PublishedAt, string PublishedBy)
{
    /// <summary>No version was ever published.</summary>
    public static readonly TermsVersion None = new(0, "", false, null, "");

    /// <summary>Whether there is anything to accept.</summary>
    [JsonIgnore]
    public bool IsShown => Text.Length > 0;
}
