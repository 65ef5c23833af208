namespace MamConsole.Server.TermsOfUse;

/// <summary>A version without its text.</summary>
public sealed record TermsSummary(int Number, bool IsShown, bool Required, DateTimeOffset PublishedAt, string PublishedBy);
