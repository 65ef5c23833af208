namespace MamConsole.Protocol.Csp;

/// <summary>
/// A node without a value of its own: one that only holds others (format <c>node</c>), or one that is only run (format <c>null</c>).
/// </summary>
public sealed record CspBareNode : CspNode;
