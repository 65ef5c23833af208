namespace MamConsole.Server.TermsOfUse;

/// <summary>Versions, newest first.</summary>
/// <param name="Items">The versions.</param>
/// <param name="Next">What to ask as <c>after</c> for the next page; absent on the last.</param>
public sealed record TermsHistory(IReadOnlyList<TermsSummary> Items, int? Next);
