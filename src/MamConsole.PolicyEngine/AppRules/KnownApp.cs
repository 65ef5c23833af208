namespace MamConsole.PolicyEngine.AppRules;

/// <summary>An app of Microsoft of which it is known how it deals with work data.</summary>
/// <param name="DisplayName">What people call it.</param>
/// <param name="Awareness">How it deals with work data.</param>
/// <param name="Rule">The row that names it.</param>
/// <param name="IsBrowser">Whether people read web pages with it.</param>
/// <param name="IsMail">Whether people read mail with it.</param>
public sealed record KnownApp(string DisplayName, AppAwareness Awareness, AppRule Rule, bool IsBrowser = false, bool IsMail = false)
{
    /// <summary>Whether most policies want it.</summary>
    public bool IsUsual { get; init; }

    /// <summary>
    /// False where a part of the row rests on memory alone: check it with Get-AppLockerFileInformation or Get-AppxPackage.
    /// </summary>
    public bool IsConfirmed { get; init; } = true;

    /// <summary>What else one should know; empty = nothing.</summary>
    public string Advice { get; init; } = "";
}
