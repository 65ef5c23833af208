using MamConsole.Protocol.SyncML;

namespace MamConsole.Protocol.Session;

/// <summary>One item of a server's command with its result.</summary>
/// <param name="Name">Add, Replace, Delete, Get, Exec; Atomic and Sequence have their own entries before their children.</param>
/// <param name="LocUri">The node; null for Atomic, Sequence and commands without a target.</param>
/// <param name="Code">The status.</param>
/// <param name="OriginalError">The HRESULT of a failure, whether or not the session reports it.</param>
public sealed record ExecutedCommand(string Name, string? LocUri, StatusCode Code, string? OriginalError = null);
