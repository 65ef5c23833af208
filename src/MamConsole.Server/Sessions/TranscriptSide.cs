namespace MamConsole.Server.Sessions;

/// <summary>One message of an exchange, from one side.</summary>
/// <param name="Bytes">The size on the wire, in bytes.</param>
/// <param name="Lines">The message as text.</param>
/// <param name="Xml">The masked XML, with line breaks; null when it is not stored.</param>
public sealed record TranscriptSide(long Bytes, IReadOnlyList<TranscriptLine> Lines, string? Xml);
