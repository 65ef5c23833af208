namespace MamConsole.Server.Sessions;

/// <summary>One thing that was said.</summary>
/// <param name="Words">In words.</param>
public sealed record TranscriptLine(string Words)
{
    public LineMark Mark { get; init; }

    /// <summary>The mark's word: "Refused (405)".</summary>
    public string? MarkWords { get; init; }

    /// <summary>A value, or why.</summary>
    public string? Detail { get; init; }

    /// <summary>What it is on the wire: "command 1001", "token hidden".</summary>
    public string? Meta { get; init; }

    /// <summary>The node.</summary>
    public string? LocUri { get; init; }
}
