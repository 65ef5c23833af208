namespace MamConsole.Server.Ui;

/// <summary>One step of the breadcrumb navigation; the last one has no link.</summary>
public sealed record Crumb(string Text, string? Href = null);
