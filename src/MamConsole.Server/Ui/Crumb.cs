namespace MamConsole.Server.Ui;

/// <summary>One step of "where am I"; the last one has no address.</summary>
public sealed record Crumb(string Text, string? Href = null);
