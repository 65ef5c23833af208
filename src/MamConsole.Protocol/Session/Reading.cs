namespace MamConsole.Protocol.Session;

/// <summary>A value that a Get of the server returned.</summary>
/// <param name="CmdId">The CmdID of the Get.</param>
/// <param name="LocUri">The node.</param>
/// <param name="Format">Meta/Format; null when the device omitted it (then <c>chr</c>).</param>
/// <param name="Data">The value; empty when the item had none.</param>
public sealed record Reading(string CmdId, string LocUri, string? Format, string Data);
