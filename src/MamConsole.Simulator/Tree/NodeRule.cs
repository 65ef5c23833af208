using MamConsole.Protocol.Csp;

namespace MamConsole.Simulator.Tree;

/// <summary>What this Windows says about one node, or about each node that a name in braces stands for.</summary>
/// <remarks>Written by hand from the facts and on purpose from nothing that the server compiles with: a mistake there must be refused
/// here.</remarks>
internal sealed record NodeRule
{
    /// <summary>Without <c>/Device</c>; a name in braces stands for any.</summary>
    public required string Pattern { get; init; }

    public required CspFormat Format { get; init; }

    public CspAccess Access { get; init; } = CspAccess.Get;

    /// <summary>There whenever the node above is; cannot be added or deleted.</summary>
    public bool Permanent { get; init; }

    /// <summary>The first build that has it.</summary>
    public int MinimumBuild { get; init; } = 15063;

    /// <summary>
    /// The provider's page lists no Home edition (docs/reference/wip-authoring.md §6 calls this doubtful, so the tree has a switch).
    /// </summary>
    public bool HomeInDoubt { get; init; }

    /// <summary>What a Get finds when nobody wrote the node; null = 404.</summary>
    public string? Default { get; init; }

    /// <summary>Null takes every value of the format.</summary>
    public ValueCheck? Check { get; init; }

    /// <summary>A check that looks at what stands beside the node as well; null asks for nothing.</summary>
    public Func<string, WindowsTree, NodePath, bool>? CheckAt { get; init; }

    /// <summary>Whether it can be run as things stand; null = always.</summary>
    public Func<WindowsTree, NodePath, bool>? MayRun { get; init; }

    /// <summary>It cannot be added by itself, only with what is below it.</summary>
    public bool ComesWithChild { get; init; }

    /// <summary>The HRESULT of a value that the check refuses.</summary>
    public string CheckError { get; init; } = WindowsErrors.InvalidArgument;

    /// <summary>For nodes that are worked out rather than written.</summary>
    public NodeReader? Read { get; init; }

    /// <summary>Which names the last segment may take when it is in braces; null = any.</summary>
    public Func<string, bool>? NameCheck { get; init; }

    /// <summary>An Exec of it makes the device leave (docs/reference/protocol.md §6.1).</summary>
    public bool Unenrolls { get; init; }

    public bool IsInterior => Format == CspFormat.Node;
}
