namespace MamConsole.Protocol.Session;

/// <summary>A value that a Get of ours asked for and got.</summary>
/// <param name="CmdId">The Get's CmdID.</param>
/// <param name="LocUri">The node.</param>
/// <param name="Format">Meta/Format, null when the device named none (then <c>chr</c>).</param>
/// <param name="Data">The value; "" when the item held none.</param>
public sealed record Reading(string CmdId, string LocUri, string? Format, string Data);
