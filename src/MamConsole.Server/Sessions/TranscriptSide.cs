namespace MamConsole.Server.Sessions;

/// <summary>What one side said.</summary>
/// <param name="Bytes">As it went over the wire.</param>
/// <param name="Lines">In words.</param>
/// <param name="Xml">The masked XML, with line breaks; null when it is not kept.</param>
public sealed record TranscriptSide(long Bytes, IReadOnlyList<TranscriptLine> Lines, string? Xml);
