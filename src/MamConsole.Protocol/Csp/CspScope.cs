namespace MamConsole.Protocol.Csp;

/// <summary>The tree that a node belongs to.</summary>
public enum CspScope
{
    /// <summary>The device: <c>./Device</c>, or no prefix (docs/reference/protocol.md §3.3).</summary>
    Device,

    /// <summary>The enrolled user: <c>./User</c>.</summary>
    User,
}
