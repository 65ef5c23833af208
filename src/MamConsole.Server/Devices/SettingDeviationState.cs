namespace MamConsole.Server.Devices;

/// <summary>A setting error or drift of one node.</summary>
/// <param name="Kind">deferred, unknown, rejected, differs or notReadBack.</param>
/// <param name="Heading">The setting and its error.</param>
/// <param name="Words">What it means, and what to do.</param>
/// <param name="Since">Since when.</param>
/// <param name="Code">The device's status code.</param>
/// <param name="OriginalError">Windows' own error beside it.</param>
/// <param name="LocUri">The node.</param>
public sealed record SettingDeviationState(
    string Kind,
    string Heading,
    string Words,
    DateTimeOffset Since,
    int? Code,
    string? OriginalError,
    string LocUri
)
{
    /// <summary>The session that found it; null when its record is not stored any more.</summary>
    public string? SessionRecordId { get; init; }
}
