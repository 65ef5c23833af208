namespace MamConsole.Protocol.Session;

/// <summary>The first chunks of a large object (docs/reference/protocol.md §3.9).</summary>
/// <param name="CmdId">The Get that it answers.</param>
/// <param name="Format">Meta/Format of the first chunk.</param>
/// <param name="Size">The whole in bytes, as the first chunk promised.</param>
/// <param name="Text">What has come.</param>
public sealed record PartialReading(string CmdId, string? Format, long Size, string Text);
