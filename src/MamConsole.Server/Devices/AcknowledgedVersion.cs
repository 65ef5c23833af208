using MamConsole.PolicyEngine;
using MamConsole.PolicyEngine.Nodes;
using MamConsole.Server.Fleet;

namespace MamConsole.Server.Devices;

/// <summary>What a device acknowledged at one time, with the nodes of that version.</summary>
internal sealed record AcknowledgedVersion(Acknowledgement Entry, CompiledPolicy Nodes)
{
    /// <summary>Whether the device had this value in this node at that time.</summary>
    public bool Holds(CompiledNode node) =>
        !Entry.Without.Contains(node.LocUri) && Nodes.Nodes.Any(n => n.LocUri == node.LocUri && n.Value == node.Value);
}
