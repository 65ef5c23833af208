using MamConsole.PolicyEngine.Handoff;

namespace MamConsole.PolicyEngine.HandoffReadiness;

/// <summary>The number of PCs to which one row of the decision table applies.</summary>
/// <param name="Verdict">The row.</param>
/// <param name="Devices">The number of PCs.</param>
public sealed record HandoffCount(HandoffVerdict Verdict, int Devices);
