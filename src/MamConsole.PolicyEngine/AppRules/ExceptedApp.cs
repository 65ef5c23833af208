namespace MamConsole.PolicyEngine.AppRules;

/// <summary>Apps that an app rule excludes from its condition, as entered. Each field has the same format as in the rule itself.</summary>
public sealed record ExceptedApp
{
    /// <summary>The publisher; empty = the same as the rule's publisher.</summary>
    public string Publisher { get; init; } = "";

    /// <summary>The product, or the package's identity name; empty or <c>*</c> = any.</summary>
    public string Product { get; init; } = "";

    /// <summary>The file's name; empty or <c>*</c> = any. Packages have none.</summary>
    public string Binary { get; init; } = "";

    public string LowVersion { get; init; } = "";

    public string HighVersion { get; init; } = "";
}
