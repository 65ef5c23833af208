using MamConsole.PolicyEngine.Values;

namespace MamConsole.PolicyEngine.OneOffs;

/// <summary>Everything that a device said about a one-off command.</summary>
public sealed record OneOffResult(ValueList<NodeAnswer> Nodes);
