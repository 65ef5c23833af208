using System.Collections.Immutable;

namespace MamConsole.Server.Fleet;

/// <summary>The properties that a device reports about itself.</summary>
/// <param name="Values">The values by LocURI: DevInfo leaf nodes from package 1, DeviceStatus and EDP Status from reads.</param>
/// <param name="ChangedAt">When the document last changed.</param>
/// <param name="ReadAt">When the device last reported the properties, changed or not.</param>
internal sealed record DeviceFacts(ImmutableSortedDictionary<string, string> Values, DateTimeOffset ChangedAt, DateTimeOffset ReadAt)
{
    public static readonly DeviceFacts None = new(
        ImmutableSortedDictionary.Create<string, string>(StringComparer.Ordinal),
        DateTimeOffset.UnixEpoch,
        DateTimeOffset.UnixEpoch
    );
}
