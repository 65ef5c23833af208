namespace MamConsole.PolicyEngine.Values;

/// <summary>What can be wrong with a text.</summary>
public enum TextFaultKind
{
    /// <summary>There is nothing.</summary>
    Empty,

    /// <summary>Blanks, control characters, or a character that separates items: several values in one row.</summary>
    Separator,

    /// <summary>An asterisk, which Windows does not understand here.</summary>
    Wildcard,

    /// <summary>A dot at the end or between dots: Windows would not match the name, and personal apps would reach it.</summary>
    StrayDot,

    /// <summary>Another spelling of a good value.</summary>
    NotCanonical,

    /// <summary>Anything else.</summary>
    Malformed,
}
