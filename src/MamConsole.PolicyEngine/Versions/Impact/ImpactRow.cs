using MamConsole.PolicyEngine.Values;

namespace MamConsole.PolicyEngine.Versions.Impact;

/// <summary>One effect with the PCs that it has.</summary>
/// <param name="Area">The area's title; empty for what is about the whole policy.</param>
/// <param name="StrictnessChange">Which way it leans.</param>
/// <param name="Devices">How many PCs.</param>
/// <param name="Words">What they do: "get a stricter lock".</param>
/// <param name="Details">The changes behind it.</param>
public sealed record ImpactRow(string Area, StrictnessChange StrictnessChange, int Devices, string Words, ValueList<string> Details);
