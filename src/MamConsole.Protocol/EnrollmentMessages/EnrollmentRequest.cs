using System.Collections.Immutable;

namespace MamConsole.Protocol.EnrollmentMessages;

/// <summary>The RequestSecurityToken that a device enrolls with (docs/reference/protocol.md §1.3).</summary>
public sealed record EnrollmentRequest
{
    /// <summary>
    /// What the answer's RelatesTo repeats; "" when absent or too long to echo. Windows seems to send a constant: it identifies nothing.
    /// </summary>
    public string MessageId { get; init; } = "";

    /// <summary>The user's Entra token, a compact JWT. A secret; not verified here.</summary>
    public required string Token { get; init; }

    /// <summary>What the device says of itself, in its order.</summary>
    public required ImmutableArray<ContextItem> Context { get; init; }

    /// <summary>
    /// The id that every later message carries as SyncHdr Source. Of the device's choosing: it identifies one only together with the
    /// token's tid and oid.
    /// </summary>
    public string DeviceId => Item("DeviceID") ?? "";

    /// <summary><c>AppManagement</c> for MAM.</summary>
    public string? EnrollmentType => Item("EnrollmentType");

    public string? DeviceName => Item("DeviceName");

    /// <summary>A Windows edition's number, in decimal: 101 Home, 48 Pro, 4 Enterprise …</summary>
    public string? OsEdition => Item("OSEdition");

    /// <summary><c>10.0.build.revision</c>.</summary>
    public string? OsVersion => Item("OSVersion");

    /// <summary>The blob that the terms-of-use page gave; null when the user saw no page.</summary>
    public string? EnrollmentData => Item("EnrollmentData");

    public string? HwDevId => Item("HWDevID");

    public string? Locale => Item("Locale");

    public string? Manufacturer => Item("Manufacturer");

    public string? DeviceModel => Item("DeviceModel");

    /// <summary>The first item of that name, or null. Unknown and missing items are the rule, not a fault.</summary>
    public string? Item(string name)
    {
        foreach (var item in Context)
        {
            if (item.Name == name)
            {
                return item.Value;
            }
        }

        return null;
    }

    /// <summary>Nothing of the content: it holds a token.</summary>
    public override string ToString() => nameof(EnrollmentRequest);
}
