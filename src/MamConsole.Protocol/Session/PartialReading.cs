namespace MamConsole.Protocol.Session;

/// <summary>The first chunks of a large object (docs/reference/protocol.md §3.9).</summary>
/// <param name="CmdId">The CmdID of the Get.</param>
/// <param name="Format">Meta/Format of the first chunk.</param>
/// <param name="Size">The announced size of the whole object in bytes.</param>
/// <param name="Text">The text received so far.</param>
public sealed record PartialReading(string CmdId, string? Format, long Size, string Text);
