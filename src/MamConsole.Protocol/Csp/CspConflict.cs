namespace MamConsole.Protocol.Csp;

/// <summary>
/// Which of several values Windows enforces when several sources set a policy (docs/reference/csp-catalog.json, <c>conflictResolution</c>).
/// </summary>
public enum CspConflict
{
    /// <summary>Nothing is said.</summary>
    Unknown,

    /// <summary>The one written last, whether it is stricter or not.</summary>
    LastWrite,

    /// <summary>The lowest.</summary>
    Lowest,

    /// <summary>The lowest but 0, which stands for "no limit".</summary>
    LowestButZero,

    /// <summary>The highest.</summary>
    Highest,

    /// <summary>The highest; 0 stands for "no limit" and loses.</summary>
    HighestButZero,
}
