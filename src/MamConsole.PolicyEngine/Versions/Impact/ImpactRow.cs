using MamConsole.PolicyEngine.Values;

namespace MamConsole.PolicyEngine.Versions.Impact;

/// <summary>One effect with the number of affected PCs.</summary>
/// <param name="Area">The area's title; empty for effects of the whole policy.</param>
/// <param name="StrictnessChange">The direction of the change.</param>
/// <param name="Devices">The number of PCs.</param>
/// <param name="Words">The effect as a verb phrase: "get a stricter lock".</param>
/// <param name="Details">The changes that cause the effect.</param>
public sealed record ImpactRow(string Area, StrictnessChange StrictnessChange, int Devices, string Words, ValueList<string> Details);
