using MamConsole.PolicyEngine.Values;

namespace MamConsole.PolicyEngine.Versions.Impact;

/// <summary>What publishing would do, PC by PC, counted.</summary>
/// <param name="Devices">The PCs that would get it.</param>
/// <param name="Unchanged">Those of them for which nothing changes.</param>
/// <param name="Sentence">The whole in one sentence of a few parts.</param>
/// <param name="Rows">Every effect, the weightiest first.</param>
public sealed record ImpactForecast(int Devices, int Unchanged, string Sentence, ValueList<ImpactRow> Rows);
