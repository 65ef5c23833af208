namespace MamConsole.Server.Jobs;

/// <summary>One kind of history.</summary>
/// <param name="Name">The display name.</param>
/// <param name="Entries">The number of entries.</param>
/// <param name="Bytes">Their approximate size in bytes.</param>
/// <param name="AddedInADay">The number of entries added per day, averaged over the last days.</param>
/// <param name="BytesInADay">The approximate size of those entries in bytes.</param>
/// <param name="Retention">The retention period as text.</param>
/// <param name="Reaches">The stable size in bytes at this rate; null when entries are retained without limit.</param>
public sealed record HistoryReport(
    string Name,
    long Entries,
    long Bytes,
    double AddedInADay,
    long BytesInADay,
    string Retention,
    long? Reaches
);
