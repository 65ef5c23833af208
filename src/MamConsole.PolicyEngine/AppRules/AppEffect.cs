namespace MamConsole.PolicyEngine.AppRules;

/// <summary>The effect of a row on a PC that is not enrolled in MDM (docs/reference/wip-authoring.md §5.3).</summary>
public enum AppEffect
{
    /// <summary>The app can open work data and protects it.</summary>
    Protects,

    /// <summary>Windows ignores the row: the app remains a personal app.</summary>
    Ignored,

    /// <summary>The app can open work data and may leak it.</summary>
    Leaks,

    /// <summary>The app cannot open work data, or is not exempt.</summary>
    Denied,

    /// <summary>The row cannot have its intended effect.</summary>
    Wrong,
}
