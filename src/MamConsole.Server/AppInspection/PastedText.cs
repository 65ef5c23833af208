namespace MamConsole.Server.AppInspection;

/// <summary>Pasted output of Windows.</summary>
internal sealed record PastedText(string Text);
