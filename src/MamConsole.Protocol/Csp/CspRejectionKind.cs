namespace MamConsole.Protocol.Csp;

/// <summary>Why a command must not be sent to a device.</summary>
public enum CspRejectionKind
{
    /// <summary>The catalog has no node with this address.</summary>
    Unknown,

    /// <summary>The address has a node, but not the canonical spelling.</summary>
    Spelling,

    /// <summary>This server never uses the node.</summary>
    Avoided,

    /// <summary>The node does not allow the command.</summary>
    Verb,

    /// <summary>The value has another format than the node.</summary>
    Format,

    /// <summary>Windows does not accept the value.</summary>
    Value,
}
