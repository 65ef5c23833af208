namespace MamConsole.Protocol.Csp;

/// <summary>How a MAM server uses a node (docs/reference/csp-catalog.json, <c>consoleUse</c>).</summary>
public enum CspUse
{
    /// <summary>An interior node: created as a parent, listed, or removed with its children.</summary>
    Structural,

    /// <summary>A value that is only read.</summary>
    Read,

    /// <summary>A setting that a policy writes.</summary>
    Author,

    /// <summary>A node that is executed.</summary>
    Execute,

    /// <summary>A node that this server neither writes, reads, executes nor removes.</summary>
    Avoid,
}
