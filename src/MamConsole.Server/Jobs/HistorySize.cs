namespace MamConsole.Server.Jobs;

/// <summary>How much there is of one kind.</summary>
/// <param name="Kind">The kind.</param>
/// <param name="MeasuredAt">When it was counted.</param>
/// <param name="Entries">How many; 0 for the whole database.</param>
/// <param name="Bytes">What they take: exact for the whole database, else worked out from the newest entries.</param>
/// <param name="AddedInADay">How many of them came in the 24 hours before.</param>
internal sealed record HistorySize(HistoryKind Kind, DateTimeOffset MeasuredAt, long Entries, long Bytes, long AddedInADay);
