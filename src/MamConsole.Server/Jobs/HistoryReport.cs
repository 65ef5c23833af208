namespace MamConsole.Server.Jobs;

/// <summary>One kind of history.</summary>
/// <param name="Name">For people.</param>
/// <param name="Entries">How many.</param>
/// <param name="Bytes">About how many bytes they take.</param>
/// <param name="AddedInADay">How many come in a day, on the mean of the last days.</param>
/// <param name="BytesInADay">And what those take.</param>
/// <param name="Retention">How long, in words.</param>
/// <param name="Reaches">Bytes when the oldest go, at this rate; null for what grows for ever.</param>
public sealed record HistoryReport(
    string Name,
    long Entries,
    long Bytes,
    double AddedInADay,
    long BytesInADay,
    string Retention,
    long? Reaches
);
