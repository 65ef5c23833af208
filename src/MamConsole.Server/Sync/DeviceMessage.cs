using System.Collections.Immutable;
using MamConsole.PolicyEngine.Assignment;
using MamConsole.PolicyEngine.Deployment;
using MamConsole.PolicyEngine.OneOffs;
using MamConsole.Protocol.Session;
using MamConsole.Protocol.SyncML;
using MamConsole.Server.Access;
using MamConsole.Server.Access.Tokens;
using MamConsole.Server.Audit;
using MamConsole.Server.Fleet;
using MamConsole.Server.Policies;
using MamConsole.Server.Storage;

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
