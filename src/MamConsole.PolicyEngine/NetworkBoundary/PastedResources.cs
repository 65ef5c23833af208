using MamConsole.PolicyEngine.Values;

namespace MamConsole.PolicyEngine.NetworkBoundary;

/// <summary>The result of parsing pasted cloud resources.</summary>
/// <param name="Rows">The rows, one resource each.</param>
/// <param name="Repairs">All corrections, as text.</param>
/// <param name="AppCompat">Whether the text contains <c>/*AppCompat*/</c>, which turns the setting on.</param>
/// <param name="WasWireForm">Whether a comma was interpreted as the separator of a proxy, because the text contains a vertical bar.</param>
public sealed record PastedResources(ValueList<CloudResource> Rows, ValueList<string> Repairs, bool AppCompat, bool WasWireForm);
