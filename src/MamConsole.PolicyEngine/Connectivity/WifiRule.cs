namespace MamConsole.PolicyEngine.Connectivity;

/// <summary>One network.</summary>
/// <param name="Name">Its name, and the profile's.</param>
/// <param name="Xml">The WLANProfile.</param>
/// <param name="Cost">What traffic costs; null = nothing is said.</param>
/// <param name="MinimumBuild">The first build that takes the profile; 0 = all.</param>
public sealed record WifiRule(string Name, string Xml, WifiCost? Cost, int MinimumBuild);
