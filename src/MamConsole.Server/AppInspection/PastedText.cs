namespace MamConsole.Server.AppInspection;

/// <summary>A text that Windows printed.</summary>
internal sealed record PastedText(string Text);
