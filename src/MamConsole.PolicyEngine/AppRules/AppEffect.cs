namespace MamConsole.PolicyEngine.AppRules;

/// <summary>What a row does on a PC that is not enrolled in MDM (docs/reference/wip-authoring.md §5.3).</summary>
public enum AppEffect
{
    /// <summary>The app works with work data and protects it.</summary>
    Protects,

    /// <summary>Windows skips the row: the app stays a private one.</summary>
    Ignored,

    /// <summary>The app works with work data and may let it out.</summary>
    Leaks,

    /// <summary>The app gets no work data, or no exemption.</summary>
    Denied,

    /// <summary>The row cannot do what it says.</summary>
    Wrong,
}
