using MamConsole.Protocol.SyncML;

namespace MamConsole.Protocol.Session;

/// <summary>The interface between a device's session and the tree that it manages: executing one item of one command.</summary>
/// <remarks>
/// A tree is immutable: executing returns another tree, so that an Atomic is rolled back by discarding it (docs/reference/protocol.md
/// §3.5).
/// </remarks>
public abstract record ManagementTree
{
    /// <summary>Executes one item. Never throws for a server's command: each rejection is a status.</summary>
    /// <param name="verb">The command.</param>
    /// <param name="item">The target, the format and the data.</param>
    public abstract TreeAnswer Execute(NodeVerb verb, SyncItem item);
}
