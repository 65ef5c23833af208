namespace MamConsole.Protocol.Csp;

/// <summary>
/// How Windows selects the effective value when several sources set a policy (docs/reference/csp-catalog.json, <c>conflictResolution</c>).
/// </summary>
public enum CspConflict
{
    /// <summary>Not documented.</summary>
    Unknown,

    /// <summary>The value that was written last, stricter or not.</summary>
    LastWrite,

    /// <summary>The lowest value.</summary>
    Lowest,

    /// <summary>The lowest value other than 0, which means "no limit".</summary>
    LowestButZero,

    /// <summary>The highest value.</summary>
    Highest,

    /// <summary>The highest value; 0 means "no limit" and is overridden by any other.</summary>
    HighestButZero,
}
