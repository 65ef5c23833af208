using MamConsole.Protocol.Session;
using MamConsole.Protocol.SyncML;

namespace MamConsole.Server.Sync;

/// <summary>A received message.</summary>
/// <param name="Message">The parsed message.</param>
/// <param name="Body">Its bytes.</param>
/// <param name="PathId">The ID at the end of its address; null when there is none.</param>
internal sealed record DeviceMessage(SyncMLMessage Message, ReadOnlyMemory<byte> Body, string? PathId)
{
    /// <summary>Distinguishes a repetition of the same bytes from a new message.</summary>
    public string BodyHash { get; } = ServerSession.HashOf(Body.Span);
}
