namespace MamConsole.Server.TermsOfUse;

/// <summary>The next version of the terms of use.</summary>
/// <param name="Text">In Markdown; empty to show no terms from now on.</param>
/// <param name="Required">Whether enrollment requires acceptance.</param>
public sealed record NewTerms(string Text, bool Required);
