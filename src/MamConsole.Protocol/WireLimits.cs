namespace MamConsole.Protocol;

/// <summary>
/// What a document from a wire may cost (docs/reference/abuse-cases.md §1, §3.1). Whatever exceeds a limit is refused, never cut.
/// </summary>
public sealed record WireLimits
{
    /// <summary>The limits in force unless a caller names others.</summary>
    public static readonly WireLimits Default = new();

    /// <summary>The whole document, in bytes; 2 MiB.</summary>
    public int MaxBytes { get; init; } = 2 * 1024 * 1024;

    /// <summary>Elements inside each other, the root counted; 32. A policy's deepest message has 7.</summary>
    public int MaxDepth { get; init; } = 32;

    /// <summary>Attributes of one element, namespace declarations counted; 64.</summary>
    public int MaxAttributes { get; init; } = 64;

    /// <summary>Elements in the document; 4,000.</summary>
    public int MaxElements { get; init; } = 4_000;

    /// <summary>Characters of an element's name; 64.</summary>
    public int MaxElementName { get; init; } = 64;

    /// <summary>
    /// Characters of a text that names something (an address, a type, a format), and bytes of an attribute; 4,096. Values are bounded by
    /// <see cref="MaxBytes"/> alone.
    /// </summary>
    public int MaxNameText { get; init; } = 4_096;

    /// <summary>
    /// Commands in one SyncML message, those inside Atomic and Sequence counted; 999. With the header's they need at most 1,000 statuses,
    /// whose CmdIDs
    /// stay below those of the answer's own commands.
    /// </summary>
    public int MaxCommands { get; init; } = 999;

    /// <summary>Items in the context of an enrollment request; 256. A device with many network cards repeats its MAC item.</summary>
    public int MaxContextItems { get; init; } = 256;
}
