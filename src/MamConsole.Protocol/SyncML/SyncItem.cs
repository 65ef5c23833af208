namespace MamConsole.Protocol.SyncML;

/// <summary>The Item element. Content that is absent is null; an empty element is "".</summary>
/// <param name="Target">Target/LocURI.</param>
/// <param name="Source">Source/LocURI.</param>
/// <param name="Format">Meta/Format, trimmed. The caller decides what an absent one means.</param>
/// <param name="Type">Meta/Type, trimmed.</param>
/// <param name="Data">The text of Data, with entity references resolved.</param>
/// <param name="MoreData">Whether the object continues in the next message.</param>
/// <param name="Size">Meta/Size in bytes, on the first chunk of a large object.</param>
/// <param name="Mark">Meta/Mark: the severity of an alert (<c>critical</c>, <c>informational</c> …).</param>
public sealed record SyncItem(
    string? Target = null,
    string? Source = null,
    string? Format = null,
    string? Type = null,
    string? Data = null,
    bool MoreData = false,
    long? Size = null,
    string? Mark = null
);
