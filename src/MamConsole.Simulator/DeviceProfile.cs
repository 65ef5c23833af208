using System.Globalization;
using System.Security.Cryptography;

namespace MamConsole.Simulator;

/// <summary>What a Windows device is, before anybody manages it.</summary>
public sealed record DeviceProfile
{
    /// <summary>
    /// 32 upper-case hex digits: the same in the enrollment request, in SyncHdr's Source and in DevInfo's DevId (docs/reference/protocol.md
    /// §1.3).
    /// </summary>
    public required string DeviceId { get; init; }

    /// <summary>The computer's name, at most 15 characters.</summary>
    public required string DeviceName { get; init; }

    /// <summary>DevInfo's Man.</summary>
    public string Manufacturer { get; init; } = "Halden Computing";

    /// <summary>DevInfo's Mod.</summary>
    public string Model { get; init; } = "Notebook 14";

    /// <summary>Windows' product number.</summary>
    public WindowsEdition Edition { get; init; } = WindowsEdition.Pro;

    /// <summary>Such as 22631. Builds from 26100 on answer the WIP nodes and protect nothing.</summary>
    public int Build { get; init; } = 22631;

    /// <summary>The number after the build.</summary>
    public int Revision { get; init; } = 3880;

    /// <summary>DevInfo's Lang and the enrollment's Locale.</summary>
    public string Locale { get; init; } = "en-US";

    /// <summary>The network card's address, such as <c>00-15-5D-01-02-03</c>.</summary>
    public string MacAddress { get; init; } = "00-15-5D-01-02-03";

    /// <summary>The device's object in the tenant; null when the device does not know it.</summary>
    public Guid? TenantDeviceId { get; init; }

    /// <summary>What the DeviceStatus provider reports.</summary>
    public DeviceHealth Health { get; init; } = new();

    /// <summary>64 hex digits, derived from the device id.</summary>
    public string HardwareId => Convert.ToHexString(SHA256.HashData(System.Text.Encoding.ASCII.GetBytes(DeviceId)));

    /// <summary>As the enrollment request writes it: <c>10.0.22631.3880</c>.</summary>
    public string OsVersion => string.Create(CultureInfo.InvariantCulture, $"10.0.{Build}.{Revision}");

    /// <summary>Whether this Windows still has Windows Information Protection: 24H2 (build 26100) is the first without it.</summary>
    public bool HasInformationProtection => Build < 26100;
}
