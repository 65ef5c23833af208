namespace MamConsole.Server.Outcomes;

/// <summary>Which page of a list whose key is a number, as the address asks for it.</summary>
/// <param name="After">The last number of the page before; null = from the first entry.</param>
/// <param name="Take">Entries at most; the use case cuts what is beyond its own maximum.</param>
internal readonly record struct NumberPage(long? After, int Take)
{
    private const int Usual = 50;

    /// <summary>The same as <see cref="After"/> for lists of versions, newest first.</summary>
    public int? BeforeNumber => After is { } number ? (int)Math.Min(number, int.MaxValue) : null;

    /// <param name="after">As it stands in the address.</param>
    /// <param name="before">Its former name, which some lists still take; <paramref name="after"/> wins.</param>
    /// <param name="take">As it stands in the address.</param>
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
