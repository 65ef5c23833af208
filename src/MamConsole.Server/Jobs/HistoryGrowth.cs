namespace MamConsole.Server.Jobs;

/// <summary>How far one kind of history will grow.</summary>
/// <param name="Bytes">What it takes now.</param>
/// <param name="Entries">How many entries that is.</param>
/// <param name="AddedInADay">How many come in a day.</param>
/// <param name="RetentionDays">How long each is kept; null = for ever.</param>
/// <param name="MaximumEntries">How many there can be at most, whatever their age; null = no limit.</param>
internal sealed record HistoryGrowth(long Bytes, long Entries, double AddedInADay, int? RetentionDays, long? MaximumEntries)
{
    /// <summary>A year: as far as one can look at what is kept for ever.</summary>
    public const int Horizon = 365;

    /// <summary>Bytes that come in a day.</summary>
    public double BytesInADay => Entries == 0 ? 0 : AddedInADay * Bytes / Entries;

    /// <summary>Whether it comes to rest: as much goes as comes.</summary>
    public bool Rests => RetentionDays is not null;

    /// <summary>What it takes when the oldest go, at this rate; in a year for what never goes.</summary>
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
