namespace MamConsole.Protocol.Csp;

/// <summary>Why something may not be asked of a device.</summary>
public enum CspRejectionKind
{
    /// <summary>The address is no node of the catalogue.</summary>
    Unknown,

    /// <summary>It names a node, and is spelled in another way than the one that was judged.</summary>
    Spelling,

    /// <summary>The node is left alone.</summary>
    Avoided,

    /// <summary>The node does not allow that.</summary>
    Verb,

    /// <summary>The value's format is another one.</summary>
    Format,

    /// <summary>The value is none that Windows takes.</summary>
    Value,
}
