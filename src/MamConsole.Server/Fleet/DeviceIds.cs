using System.Text;

namespace MamConsole.Server.Fleet;

/// <summary>
/// Device ids as they are stored and compared: in uppercase, because Windows writes them in hexadecimal and it is not verified that all its
/// messages use the same case. Only A to Z are converted: a full-width, composed or invisible character makes a different id, and
/// enrollment rejects ids that contain one.
/// </summary>
internal static class DeviceIds
{
    public static string Canonical(string deviceId) => Ascii.IsValid(deviceId) ? deviceId.ToUpperInvariant() : deviceId;
}
