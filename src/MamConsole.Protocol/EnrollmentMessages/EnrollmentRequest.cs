using System.Collections.Immutable;

namespace MamConsole.Protocol.EnrollmentMessages;

/// <summary>The RequestSecurityToken of a device (docs/reference/protocol.md §1.3).</summary>
public sealed record EnrollmentRequest
{
    /// <summary>
    /// The MessageID, which RelatesTo of the response repeats; empty when it is absent or too long to repeat. Windows seems to send a
    /// constant, so it does not identify a request.
    /// </summary>
    public string MessageId { get; init; } = "";

    /// <summary>The user's Entra token, a compact JWT. A secret; not verified here.</summary>
    public required string Token { get; init; }

    /// <summary>The context items of the device, in document order.</summary>
    public required ImmutableArray<ContextItem> Context { get; init; }

    /// <summary>
    /// The id that every later message contains as SyncHdr's Source. The device chooses it, so it identifies a device only together with
    /// the tid and oid of the token.
    /// </summary>
    public string DeviceId => Item("DeviceID") ?? "";

    /// <summary><c>AppManagement</c> for MAM.</summary>
    public string? EnrollmentType => Item("EnrollmentType");

    public string? DeviceName => Item("DeviceName");

    /// <summary>The product number of the Windows edition, in decimal: 101 Home, 48 Pro, 4 Enterprise …</summary>
    public string? OsEdition => Item("OSEdition");

    /// <summary><c>10.0.build.revision</c>.</summary>
    public string? OsVersion => Item("OSVersion");

    /// <summary>The blob of the terms-of-use page; null when the user saw no page.</summary>
    public string? EnrollmentData => Item("EnrollmentData");

    public string? HwDevId => Item("HWDevID");

    public string? Locale => Item("Locale");

    public string? Manufacturer => Item("Manufacturer");

    public string? DeviceModel => Item("DeviceModel");

    /// <summary>Returns the first item with that name, or null. Unknown and missing items are common and not a fault.</summary>
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

    /// <summary>Returns no content, because the request contains a token.</summary>
    public override string ToString() => nameof(EnrollmentRequest);
}
