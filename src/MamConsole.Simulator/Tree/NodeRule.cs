using MamConsole.Protocol.Csp;

namespace MamConsole.Simulator.Tree;

/// <summary>The behavior of one node, or of each node that a segment in braces matches.</summary>
/// <remarks>
/// Implemented from the specification, deliberately without code of the server, so that a mistake in the server is rejected here.
/// </remarks>
internal sealed record NodeRule
{
    /// <summary>The path without <c>/Device</c>; a segment in braces matches any name.</summary>
    public required string Pattern { get; init; }

    public required CspFormat Format { get; init; }

    public CspAccess Access { get; init; } = CspAccess.Get;

    /// <summary>Whether the node exists whenever its parent does, and cannot be added or deleted.</summary>
    public bool Permanent { get; init; }

    /// <summary>The first Windows build with the node.</summary>
    public int MinimumBuild { get; init; } = 15063;

    /// <summary>
    /// Whether the provider's page does not list the Home edition (docs/reference/wip-authoring.md §6 states that this is doubtful, so the
    /// tree has a switch).
    /// </summary>
    public bool HomeInDoubt { get; init; }

    /// <summary>The value that a Get returns while the node is not written; null = 404.</summary>
    public string? Default { get; init; }

    /// <summary>The check of a value; null accepts every value of the format.</summary>
    public ValueCheck? Check { get; init; }

    /// <summary>A check of a value that also reads other nodes; null for none.</summary>
    public Func<string, WindowsTree, NodePath, bool>? CheckAt { get; init; }

    /// <summary>Whether an Exec is currently possible; null = always.</summary>
    public Func<WindowsTree, NodePath, bool>? MayRun { get; init; }

    /// <summary>Whether the node cannot be added separately, only with a child.</summary>
    public bool ComesWithChild { get; init; }

    /// <summary>The HRESULT for a value that the check rejects.</summary>
    public string CheckError { get; init; } = WindowsErrors.InvalidArgument;

    /// <summary>Computes the value of a node that is not written; null for written nodes.</summary>
    public NodeReader? Read { get; init; }

    /// <summary>The check of the last segment's name when it is in braces; null accepts every name.</summary>
    public Func<string, bool>? NameCheck { get; init; }

    /// <summary>Whether an Exec unenrolls the device (docs/reference/protocol.md §6.1).</summary>
    public bool Unenrolls { get; init; }

    public bool IsInterior => Format == CspFormat.Node;
}
