using MamConsole.PolicyEngine.Values;

namespace MamConsole.PolicyEngine.DeviceActions;

/// <summary>The complete result of a device action.</summary>
public sealed record DeviceActionResult(ValueList<NodeAnswer> Nodes);
