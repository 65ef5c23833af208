namespace MamConsole.Server.ExchangePolicy;

/// <summary>A version without its elements.</summary>
/// <param name="Number">Its number.</param>
/// <param name="Name">The policy's name.</param>
/// <param name="Elements">The number of elements with a value.</param>
/// <param name="RecordedAt">When it was recorded.</param>
/// <param name="RecordedBy">The name of the person who recorded it.</param>
public sealed record ExchangePolicySummary(int Number, string Name, int Elements, DateTimeOffset RecordedAt, string RecordedBy);
