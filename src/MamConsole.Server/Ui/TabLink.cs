namespace MamConsole.Server.Ui;

/// <summary>One tab. It is a link, so that the open tab is part of the URL.</summary>
/// <param name="Key">Its value in the URL.</param>
/// <param name="Text">Its name.</param>
/// <param name="Href">The URL of the page with this tab open.</param>
/// <param name="Count">The number of items in the tab; null when it is not shown.</param>
public sealed record TabLink(string Key, string Text, string Href, int? Count = null);
