namespace MamConsole.PolicyEngine.AppRules;

/// <summary>
/// Apps that an app rule does not match although it reads as if it did, as typed. Each field is read as in the rule itself.
/// </summary>
public sealed record ExceptedApp
{
    /// <summary>The signer; empty = the rule's own.</summary>
    public string Publisher { get; init; } = "";

    /// <summary>The product, or the package's identity name; empty or <c>*</c> = any.</summary>
    public string Product { get; init; } = "";

    /// <summary>The file's name; empty or <c>*</c> = any. Packages have none.</summary>
    public string Binary { get; init; } = "";

    public string LowVersion { get; init; } = "";

    public string HighVersion { get; init; } = "";
}
