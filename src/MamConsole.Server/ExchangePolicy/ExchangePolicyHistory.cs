namespace MamConsole.Server.ExchangePolicy;

/// <summary>Versions, newest first.</summary>
/// <param name="Items">The versions.</param>
/// <param name="Next">What to ask as <c>after</c> for the next page; absent on the last.</param>
public sealed record ExchangePolicyHistory(IReadOnlyList<ExchangePolicySummary> Items, int? Next);
