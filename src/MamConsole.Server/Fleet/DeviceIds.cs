using System.Text;

namespace MamConsole.Server.Fleet;

/// <summary>
/// Device ids as they are kept and compared: upper case, because Windows writes them in hexadecimal and nobody has seen whether each of its
/// messages uses the same case. Only A to Z have a case here: a full-width, composed or invisible character makes another id, and
/// enrollment
/// takes none that has one.
/// </summary>
internal static class DeviceIds
{
    public static string Canonical(string deviceId) => Ascii.IsValid(deviceId) ? deviceId.ToUpperInvariant() : deviceId;
}
