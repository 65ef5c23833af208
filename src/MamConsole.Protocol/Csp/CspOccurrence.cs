namespace MamConsole.Protocol.Csp;

/// <summary>How often a node stands under its parent (docs/reference/csp-catalog.json, <c>occurrence</c>).</summary>
public enum CspOccurrence
{
    /// <summary>Exactly once: without it what surrounds it does not work.</summary>
    One,
    ZeroOrOne,
    ZeroOrMore,
    OneOrMore,
}
