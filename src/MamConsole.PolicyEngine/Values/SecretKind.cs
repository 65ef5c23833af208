using System.Text.Json.Serialization;

namespace MamConsole.PolicyEngine.Values;

/// <summary>
/// What a secret is for. Each kind is encrypted for its own purpose, so that the bytes of one can never be read as another. Stored by
/// number and named in the
/// API: never renumber, never rename.
/// </summary>
[JsonConverter(typeof(CamelCaseEnum<SecretKind>))]
public enum SecretKind
{
    /// <summary>The password of a Wi-Fi network: 8 to 63 printable ASCII characters, or the key itself as 64 hexadecimal digits.</summary>
    WifiKey = 1,

    /// <summary>A VPN's shared key, or a password inside its profile.</summary>
    VpnKey = 2,

    /// <summary>What a SCEP server wants to hear before it issues.</summary>
    ScepChallenge = 3,

    /// <summary>A certificate with its private key: the bytes of a .pfx file in base64.</summary>
    Pfx = 4,

    /// <summary>The password of such a file.</summary>
    PfxPassword = 5,
}
