using MamConsole.PolicyEngine.Values;

namespace MamConsole.PolicyEngine.NetworkBoundary;

/// <summary>What came of pasting into the cloud resources.</summary>
/// <param name="Rows">One resource each.</param>
/// <param name="Repairs">Everything that was changed on the way, in words.</param>
/// <param name="AppCompat">Whether the text held <c>/*AppCompat*/</c>: the switch belongs on.</param>
/// <param name="WasWireForm">Whether a comma was read as "through this proxy", because the text held a bar.</param>
public sealed record PastedResources(ValueList<CloudResource> Rows, ValueList<string> Repairs, bool AppCompat, bool WasWireForm);
