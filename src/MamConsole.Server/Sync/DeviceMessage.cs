using MamConsole.Protocol.Session;
using MamConsole.Protocol.SyncML;

namespace MamConsole.Server.Sync;

/// <summary>One message as it came.</summary>
/// <param name="Message">What it says.</param>
/// <param name="Body">Its bytes.</param>
/// <param name="PathId">The id that its address ends in; null when there is none.</param>
internal sealed record DeviceMessage(SyncMLMessage Message, ReadOnlyMemory<byte> Body, string? PathId)
{
    /// <summary>Tells the same bytes again from a new message.</summary>
    public string BodyHash { get; } = ServerSession.HashOf(Body.Span);
}
