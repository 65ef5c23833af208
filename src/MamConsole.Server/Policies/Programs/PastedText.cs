namespace MamConsole.Server.Policies.Programs;

/// <summary>A text that Windows printed.</summary>
internal sealed record PastedText(string Text);
