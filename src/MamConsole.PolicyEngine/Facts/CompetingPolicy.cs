namespace MamConsole.PolicyEngine.Facts;

/// <summary>Another published policy that matches some of the same PCs.</summary>
/// <param name="Name">What it is called.</param>
/// <param name="Both">PCs that match both.</param>
/// <param name="ComesFirst">Whether they get that one.</param>
/// <param name="ByAgeAlone">Whether only its age decides.</param>
public sealed record CompetingPolicy(string Name, int Both, bool ComesFirst, bool ByAgeAlone);
