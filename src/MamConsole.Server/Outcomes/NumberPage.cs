namespace MamConsole.Server.Outcomes;

/// <summary>The requested page of a list whose key is a number.</summary>
/// <param name="After">The last number of the previous page; null = start with the first entry.</param>
/// <param name="Take">The maximum number of entries; the use case limits it to its own maximum.</param>
internal readonly record struct NumberPage(long? After, int Take)
{
    private const int Usual = 50;

    /// <summary>The same as <see cref="After"/> for lists of versions, newest first.</summary>
    public int? BeforeNumber => After is { } number ? (int)Math.Min(number, int.MaxValue) : null;

    /// <param name="after">The query parameter.</param>
    /// <param name="before">Its former name, which some lists still accept; <paramref name="after"/> takes precedence.</param>
    /// <param name="take">The query parameter.</param>
    public static Outcome<NumberPage> Read(string? after, string? before, string? take)
    {
        long? start = null,
            earlier = null,
            size = null;
        var problem =
            QueryText.Read(after, "after", out start)
            ?? QueryText.Read(before, "before", out earlier)
            ?? QueryText.Read(take, "take", out size);
        return problem is not null ? problem : new NumberPage(start ?? earlier, (int)Math.Min(size ?? Usual, int.MaxValue));
    }
}
