namespace MamConsole.Server.Sessions;

/// <summary>One line of a transcript.</summary>
/// <param name="Words">The line as text.</param>
public sealed record TranscriptLine(string Words)
{
    public LineMark Mark { get; init; }

    /// <summary>The text of the badge, such as "Rejected (405)".</summary>
    public string? MarkWords { get; init; }

    /// <summary>A value or a reason; null when there is none.</summary>
    public string? Detail { get; init; }

    /// <summary>A note about the SyncML element, such as "command 1001" or "token hidden".</summary>
    public string? Meta { get; init; }

    /// <summary>The LocURI of the node; null when the line is not about a node.</summary>
    public string? LocUri { get; init; }
}
