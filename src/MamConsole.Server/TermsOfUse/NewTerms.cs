namespace MamConsole.Server.TermsOfUse;

/// <summary>What the next version is to say.</summary>
/// <param name="Text">In Markdown; empty to show nobody any terms from now on.</param>
/// <param name="Required">Whether nobody enrolls without having accepted.</param>
public sealed record NewTerms(string Text, bool Required);
