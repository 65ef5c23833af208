namespace MamConsole.Server.Devices;

/// <summary>What stands against one node.</summary>
/// <param name="Kind">withheld, unknown, refused, differs or silent.</param>
/// <param name="Heading">Which setting, and what.</param>
/// <param name="Words">What it means, and what to do.</param>
/// <param name="Since">For how long.</param>
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
    /// <summary>The session that brought it; null when that is not kept any more.</summary>
    public string? SessionRecordId { get; init; }
}
