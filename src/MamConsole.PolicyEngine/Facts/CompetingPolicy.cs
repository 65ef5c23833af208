namespace MamConsole.PolicyEngine.Facts;

/// <summary>Another published policy that matches some of the same PCs.</summary>
/// <param name="Name">The name of the policy.</param>
/// <param name="Both">The number of PCs that match both policies.</param>
/// <param name="ComesFirst">Whether those PCs get the other policy.</param>
/// <param name="ByAgeAlone">Whether only the age of the policies decides.</param>
public sealed record CompetingPolicy(string Name, int Both, bool ComesFirst, bool ByAgeAlone);
