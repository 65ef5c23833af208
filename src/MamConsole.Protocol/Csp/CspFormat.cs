namespace MamConsole.Protocol.Csp;

/// <summary>Meta/Format of a value (docs/reference/protocol.md §3.3). The numbers are stored and must not change.</summary>
public enum CspFormat
{
    /// <summary>Text; the default on the wire.</summary>
    Chr = 0,

    /// <summary>A decimal integer.</summary>
    Int = 1,

    /// <summary><c>true</c> or <c>false</c>.</summary>
    Bool = 2,

    /// <summary>Base64.</summary>
    B64 = 3,

    /// <summary>An interior node without a value.</summary>
    Node = 4,

    /// <summary>No value (Exec targets).</summary>
    Null = 5,

    /// <summary>XML, sent as escaped text.</summary>
    Xml = 6,

    /// <summary>Bytes, encoded as base64 on the wire.</summary>
    Bin = 7,
}
