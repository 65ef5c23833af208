using MamConsole.PolicyEngine.Values;

namespace MamConsole.PolicyEngine.DeviceActions;

/// <summary>Everything that a device said about a one-off command.</summary>
public sealed record DeviceActionResult(ValueList<NodeAnswer> Nodes);
