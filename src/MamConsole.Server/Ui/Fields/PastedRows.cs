using MamConsole.PolicyEngine.Values;

namespace MamConsole.Server.Ui.Fields;

/// <summary>The result of pasting a text into a list.</summary>
/// <param name="Rows">The rows of the text.</param>
/// <param name="Repairs">The corrections that were made, one sentence each; empty when there were none.</param>
public sealed record PastedRows<T>(ValueList<T> Rows, IReadOnlyList<string> Repairs);
