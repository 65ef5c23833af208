namespace MamConsole.Protocol.Csp;

/// <summary>Whose tree a node hangs in.</summary>
public enum CspScope
{
    /// <summary>The PC: <c>./Device</c>, or no prefix at all (protocol.md §3.3).</summary>
    Device,

    /// <summary>The person who enrolled it: <c>./User</c>.</summary>
    User,
}

/// <summary>What a MAM server does with a node (csp-catalog.json, <c>consoleUse</c>).</summary>
public enum CspUse
{
    /// <summary>It only holds others: made as a parent, listed, or removed with all that it holds.</summary>
    Structural,

    /// <summary>It has a value that is only read.</summary>
    Read,

    /// <summary>A policy writes it.</summary>
    Author,

    /// <summary>It is run.</summary>
    Execute,

    /// <summary>It exists, and this server neither writes, reads, runs nor removes it.</summary>
    Avoid,
}

/// <summary>How often a node stands under its parent (csp-catalog.json, <c>occurrence</c>).</summary>
public enum CspOccurrence
{
    /// <summary>Exactly once: without it what surrounds it does not work.</summary>
    One,
    ZeroOrOne,
    ZeroOrMore,
    OneOrMore,
}

/// <summary>Which of several values Windows enforces when several sources set a policy (csp-catalog.json, <c>conflictResolution</c>).</summary>
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
