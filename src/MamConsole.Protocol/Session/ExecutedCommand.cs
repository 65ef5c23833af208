using MamConsole.Protocol.SyncML;

namespace MamConsole.Protocol.Session;

/// <summary>One item of a server's command, and how it went.</summary>
/// <param name="Name">Add, Replace, Delete, Get, Exec; Atomic and Sequence stand for themselves before their children.</param>
/// <param name="LocUri">The node meant; null for Atomic, Sequence and what had no target.</param>
/// <param name="Code">The status reported.</param>
/// <param name="OriginalError">The HRESULT behind a failure, whether or not the session reports it.</param>
public sealed record ExecutedCommand(string Name, string? LocUri, StatusCode Code, string? OriginalError = null);
