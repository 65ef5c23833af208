namespace MamConsole.Protocol.Csp;

/// <summary>How often a node occurs under its parent (docs/reference/csp-catalog.json, <c>occurrence</c>).</summary>
public enum CspOccurrence
{
    /// <summary>Exactly once; the parent does not work without it.</summary>
    One,
    ZeroOrOne,
    ZeroOrMore,
    OneOrMore,
}
