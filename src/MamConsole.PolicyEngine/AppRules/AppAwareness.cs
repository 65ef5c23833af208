namespace MamConsole.PolicyEngine.AppRules;

/// <summary>How an app deals with work data.</summary>
public enum AppAwareness
{
    /// <summary>Tells work from private data and protects only the former.</summary>
    Enlightened,

    /// <summary>Holds work data alone, as a mark in its file says, so that Windows may protect all it writes ("WIP-aware").</summary>
    WorkOnly,

    /// <summary>Does not know work data at all: works with it only where it is exempt.</summary>
    Unenlightened,

    /// <summary>Often asked for, and nobody who made it says how it deals with work data: the file itself must be looked at.</summary>
    NotStated,

    /// <summary>Microsoft advises against letting it handle work data.</summary>
    Discouraged,
}
