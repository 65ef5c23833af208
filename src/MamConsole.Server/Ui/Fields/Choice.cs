namespace MamConsole.Server.Ui.Fields;

/// <summary>One of a few answers.</summary>
/// <param name="Value">What it stands for.</param>
/// <param name="Text">Its name.</param>
/// <param name="Means">What choosing it does, where the name alone does not say.</param>
public sealed record Choice<T>(T Value, string Text, string? Means = null);
