using MamConsole.PolicyEngine.Values;

namespace MamConsole.Server.Ui.Fields;

/// <summary>What became of a text that was pasted into a list.</summary>
/// <param name="Rows">The rows it stands for.</param>
/// <param name="Repairs">What was put right on the way, each in a sentence; empty when it was right as it came.</param>
public sealed record PastedRows<T>(ValueList<T> Rows, IReadOnlyList<string> Repairs);
