namespace MamConsole.Server.Ui;

/// <summary>One tab: a link, so that the open tab is in the address.</summary>
/// <param name="Key">Its value in the address.</param>
/// <param name="Text">Its name.</param>
/// <param name="Href">Where it leads.</param>
/// <param name="Count">How much there is in it, where that matters before opening it.</param>
public sealed record TabLink(string Key, string Text, string Href, int? Count = null);
