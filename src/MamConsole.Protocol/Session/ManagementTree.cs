using MamConsole.Protocol.SyncML;

namespace MamConsole.Protocol.Session;

/// <summary>What a device's session needs of the tree that it manages: execute one item of one command.</summary>
/// <remarks>A tree is a value: executing yields the tree afterwards, so that an Atomic is rolled back by forgetting it
/// (docs/reference/protocol.md §3.5).</remarks>
public abstract record ManagementTree
{
    /// <summary>Executes one item. Never throws for what a server may ask: each refusal is a status.</summary>
    /// <param name="verb">What to do.</param>
    /// <param name="item">Its target, format and data.</param>
    public abstract TreeAnswer Execute(NodeVerb verb, SyncItem item);
}
