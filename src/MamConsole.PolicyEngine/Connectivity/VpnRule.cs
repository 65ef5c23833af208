namespace MamConsole.PolicyEngine.Connectivity;

/// <summary>One connection.</summary>
/// <param name="Name">The name for people.</param>
/// <param name="Xml">The VPNProfile.</param>
public sealed record VpnRule(string Name, string Xml);
