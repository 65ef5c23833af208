using MamConsole.PolicyEngine.Values;

namespace MamConsole.PolicyEngine.NetworkBoundary;

/// <summary>A cloud resource and the proxy through which it is reached, if any.</summary>
public sealed record BoundaryHost(HostName Host, ProxyAddress? Proxy)
{
    /// <summary>Returns the item as it is sent. Without a proxy there is no comma: Microsoft's guide and its own examples differ, and the
    /// examples work (docs/reference/wip-authoring.md §11).</summary>
    public override string ToString() => Proxy is null ? Host.Value : $"{Host},{Proxy}";
}
