namespace MamConsole.Server.ExchangePolicy;

/// <summary>Versions, newest first.</summary>
/// <param name="Items">The versions.</param>
/// <param name="Next">The value of <c>after</c> for the next page; absent on the last page.</param>
public sealed record ExchangePolicyHistory(IReadOnlyList<ExchangePolicySummary> Items, int? Next);
