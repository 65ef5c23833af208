namespace MamConsole.Protocol.Csp;

/// <summary>A node without a value: an interior node (format <c>node</c>), or a node that is only executed (format <c>null</c>).</summary>
public sealed record CspBareNode : CspNode;
