using System.Text.Json.Serialization;

namespace MamConsole.Server.TermsOfUse;

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
