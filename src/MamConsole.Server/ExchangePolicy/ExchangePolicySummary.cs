namespace MamConsole.Server.ExchangePolicy;

/// <summary>A version without its elements.</summary>
/// <param name="Number">Its number.</param>
/// <param name="Name">The policy's name.</param>
/// <param name="Elements">How many elements say something.</param>
/// <param name="RecordedAt">When.</param>
/// <param name="RecordedBy">The person's name.</param>
public sealed record ExchangePolicySummary(int Number, string Name, int Elements, DateTimeOffset RecordedAt, string RecordedBy);
