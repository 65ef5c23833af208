namespace MamConsole.Protocol;

/// <summary>
/// The limits of a document from the wire (docs/reference/abuse-cases.md §1, §3.1). A document that exceeds a limit is rejected, never
/// truncated.
/// </summary>
public sealed record WireLimits
{
    /// <summary>The limits that apply unless a caller specifies others.</summary>
    public static readonly WireLimits Default = new();

    /// <summary>The maximum size of the document, in bytes; 2 MiB.</summary>
    public int MaxBytes { get; init; } = 2 * 1024 * 1024;

    /// <summary>The maximum depth of nested elements, including the root; 32. The deepest message of a policy has 7.</summary>
    public int MaxDepth { get; init; } = 32;

    /// <summary>The maximum number of attributes of an element, including namespace declarations; 64.</summary>
    public int MaxAttributes { get; init; } = 64;

    /// <summary>The maximum number of elements in the document; 4,000.</summary>
    public int MaxElements { get; init; } = 4_000;

    /// <summary>The maximum length of an element's name, in characters; 64.</summary>
    public int MaxElementName { get; init; } = 64;

    /// <summary>
    /// The maximum length of a text that is a name (an address, a type, a format) in characters, and of an attribute in bytes; 4,096. Only
    /// <see cref="MaxBytes"/> limits values.
    /// </summary>
    public int MaxNameText { get; init; } = 4_096;

    /// <summary>
    /// The maximum number of commands in one SyncML message, including those inside Atomic and Sequence; 999. With the header, they need at
    /// most 1,000 statuses, with CmdIDs below those of the response's own commands.
    /// </summary>
    public int MaxCommands { get; init; } = 999;

    /// <summary>
    /// The maximum number of items in the context of an enrollment request; 256. A device repeats its MAC item for each network adapter.
    /// </summary>
    public int MaxContextItems { get; init; } = 256;
}
