namespace MamConsole.Server.Ui.Fields;

/// <summary>One option of a field.</summary>
/// <param name="Value">The value of the option.</param>
/// <param name="Text">The label of the option.</param>
/// <param name="Means">An explanation of the option; null when the label is sufficient.</param>
public sealed record Choice<T>(T Value, string Text, string? Means = null);
