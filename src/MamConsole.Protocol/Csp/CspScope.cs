namespace MamConsole.Protocol.Csp;

/// <summary>Whose tree a node hangs in.</summary>
public enum CspScope
{
    /// <summary>The PC: <c>./Device</c>, or no prefix at all (docs/reference/protocol.md §3.3).</summary>
    Device,

    /// <summary>The person who enrolled it: <c>./User</c>.</summary>
    User,
}
