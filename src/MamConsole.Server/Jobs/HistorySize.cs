namespace MamConsole.Server.Jobs;

/// <summary>The measured size of one kind of history.</summary>
/// <param name="Kind">The kind.</param>
/// <param name="MeasuredAt">The time of the measurement.</param>
/// <param name="Entries">The number of entries; 0 for the whole database.</param>
/// <param name="Bytes">Their size: exact for the whole database, otherwise estimated from the newest entries.</param>
/// <param name="AddedInADay">The number of entries added in the 24 hours before.</param>
internal sealed record HistorySize(HistoryKind Kind, DateTimeOffset MeasuredAt, long Entries, long Bytes, long AddedInADay);
