namespace MamConsole.Server.Jobs;

/// <summary>The expected growth of one kind of history.</summary>
/// <param name="Bytes">Its current size.</param>
/// <param name="Entries">Its current number of entries.</param>
/// <param name="AddedInADay">The number of entries added per day.</param>
/// <param name="RetentionDays">How long each entry is retained; null = without limit.</param>
/// <param name="MaximumEntries">The maximum number of entries, independent of their age; null = no limit.</param>
internal sealed record HistoryGrowth(long Bytes, long Entries, double AddedInADay, int? RetentionDays, long? MaximumEntries)
{
    /// <summary>Days. The forecast for entries that are retained without limit covers one year.</summary>
    public const int Horizon = 365;

    /// <summary>Bytes added per day.</summary>
    public double BytesInADay => Entries == 0 ? 0 : AddedInADay * Bytes / Entries;

    /// <summary>Whether the size becomes stable, because expired entries are removed.</summary>
    public bool Rests => RetentionDays is not null;

    /// <summary>The stable size at this rate; for entries that are never removed, the size in a year.</summary>
    public long Reaches
    {
        get
        {
            if (RetentionDays is not { } days)
            {
                return Bytes + (long)(BytesInADay * Horizon);
            }

            var byAge = BytesInADay * days;
            var byNumber = MaximumEntries is { } most && Entries > 0 ? (double)most * Bytes / Entries : double.MaxValue;
            return (long)Math.Min(byAge, byNumber);
        }
    }
}
