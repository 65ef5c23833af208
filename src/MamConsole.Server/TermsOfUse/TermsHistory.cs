namespace MamConsole.Server.TermsOfUse;

/// <summary>Versions, newest first.</summary>
/// <param name="Items">The versions.</param>
/// <param name="Next">The value of <c>after</c> for the next page; absent on the last page.</param>
public sealed record TermsHistory(IReadOnlyList<TermsSummary> Items, int? Next);
