namespace MamConsole.Protocol.Csp;

/// <summary>What a MAM server does with a node (docs/reference/csp-catalog.json, <c>consoleUse</c>).</summary>
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
