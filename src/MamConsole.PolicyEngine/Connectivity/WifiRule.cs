namespace MamConsole.PolicyEngine.Connectivity;

/// <summary>One network.</summary>
/// <param name="Name">The name of the network and the profile.</param>
/// <param name="Xml">The WLANProfile.</param>
/// <param name="Cost">The cost of traffic; null = not set.</param>
/// <param name="MinimumBuild">The first build that supports the profile; 0 = all.</param>
public sealed record WifiRule(string Name, string Xml, WifiCost? Cost, int MinimumBuild);
