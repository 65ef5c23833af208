using MamConsole.PolicyEngine.Values;

namespace MamConsole.PolicyEngine.Versions.Impact;

/// <summary>The effects of publishing, counted by PC.</summary>
/// <param name="Devices">The PCs that would get it.</param>
/// <param name="Unchanged">The PCs for which nothing changes.</param>
/// <param name="Sentence">The effects in one sentence.</param>
/// <param name="Rows">All effects, by decreasing weight.</param>
public sealed record ImpactForecast(int Devices, int Unchanged, string Sentence, ValueList<ImpactRow> Rows);
