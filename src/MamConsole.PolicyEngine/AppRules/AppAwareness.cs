namespace MamConsole.PolicyEngine.AppRules;

/// <summary>How an app treats work data.</summary>
public enum AppAwareness
{
    /// <summary>Distinguishes work data from private data and protects only work data.</summary>
    Enlightened,

    /// <summary>Handles only work data, as marked in its file, so that Windows protects everything that it writes ("WIP-aware").</summary>
    WorkOnly,

    /// <summary>Does not support work data; it can work with it only when it is exempt.</summary>
    Unenlightened,

    /// <summary>Frequently used, but its publisher does not document how it treats work data: the file must be checked.</summary>
    NotStated,

    /// <summary>Microsoft recommends not allowing it to handle work data.</summary>
    Discouraged,
}
