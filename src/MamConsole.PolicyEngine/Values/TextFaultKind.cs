namespace MamConsole.PolicyEngine.Values;

/// <summary>The kinds of faults in a text.</summary>
public enum TextFaultKind
{
    /// <summary>The text is empty.</summary>
    Empty,

    /// <summary>Spaces, control characters, or a character that separates items: several values in one row.</summary>
    Separator,

    /// <summary>An asterisk, which Windows does not support here.</summary>
    Wildcard,

    /// <summary>A dot at the end or two dots in a row: Windows would not match the name, and personal apps could connect to it.</summary>
    StrayDot,

    /// <summary>Another spelling of a valid value.</summary>
    NotCanonical,

    /// <summary>Any other fault.</summary>
    Malformed,
}
