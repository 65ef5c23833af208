using System.Globalization;
using System.Security.Cryptography;

namespace MamConsole.Simulator;

/// <summary>The identity, hardware and Windows version of a device, independent of enrollment.</summary>
public sealed record DeviceProfile
{
    /// <summary>
    /// 32 upper-case hex digits. The same id is in the enrollment request, in SyncHdr's Source and in DevInfo's DevId
    /// (docs/reference/protocol.md §1.3).
    /// </summary>
    public required string DeviceId { get; init; }

    /// <summary>The computer name, at most 15 characters.</summary>
    public required string DeviceName { get; init; }

    /// <summary>The manufacturer, reported as DevInfo's Man.</summary>
    public string Manufacturer { get; init; } = "Halden Computing";

    /// <summary>The model, reported as DevInfo's Mod.</summary>
    public string Model { get; init; } = "Notebook 14";

    /// <summary>The product number of the edition.</summary>
    public WindowsEdition Edition { get; init; } = WindowsEdition.Pro;

    /// <summary>The Windows build, for example 22631. Builds from 26100 on accept the WIP nodes but do not protect data.</summary>
    public int Build { get; init; } = 22631;

    /// <summary>The update revision, which follows the build.</summary>
    public int Revision { get; init; } = 3880;

    /// <summary>The locale, reported as DevInfo's Lang and as Locale at enrollment.</summary>
    public string Locale { get; init; } = "en-US";

    /// <summary>The MAC address of the network adapter, such as <c>00-15-5D-01-02-03</c>.</summary>
    public string MacAddress { get; init; } = "00-15-5D-01-02-03";

    /// <summary>The object id of the device in the tenant; null when the device is not registered.</summary>
    public Guid? TenantDeviceId { get; init; }

    /// <summary>The values of the DeviceStatus provider.</summary>
    public DeviceHealth Health { get; init; } = new();

    /// <summary>The hardware id: 64 hex digits, derived from the device id.</summary>
    public string HardwareId => Convert.ToHexString(SHA256.HashData(System.Text.Encoding.ASCII.GetBytes(DeviceId)));

    /// <summary>The version in the format of the enrollment request: <c>10.0.22631.3880</c>.</summary>
    public string OsVersion => string.Create(CultureInfo.InvariantCulture, $"10.0.{Build}.{Revision}");

    /// <summary>Whether this Windows build supports Windows Information Protection: 24H2 (build 26100) is the first without it.</summary>
    public bool HasInformationProtection => Build < 26100;
}
