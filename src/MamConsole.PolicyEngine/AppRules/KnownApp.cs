namespace MamConsole.PolicyEngine.AppRules;

/// <summary>A Microsoft app whose treatment of work data is known.</summary>
/// <param name="DisplayName">The display name.</param>
/// <param name="Awareness">How it treats work data.</param>
/// <param name="Rule">The row that matches it.</param>
/// <param name="IsBrowser">Whether it is a web browser.</param>
/// <param name="IsMail">Whether it is a mail app.</param>
public sealed record KnownApp(string DisplayName, AppAwareness Awareness, AppRule Rule, bool IsBrowser = false, bool IsMail = false)
{
    /// <summary>Whether most policies include it.</summary>
    public bool IsUsual { get; init; }

    /// <summary>False when a part of the row is unverified: check it with Get-AppLockerFileInformation or Get-AppxPackage.</summary>
    public bool IsConfirmed { get; init; } = true;

    /// <summary>Further advice; empty = none.</summary>
    public string Advice { get; init; } = "";
}
