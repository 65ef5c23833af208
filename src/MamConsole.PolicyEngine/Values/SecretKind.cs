using System.Text.Json.Serialization;

namespace MamConsole.PolicyEngine.Values;

/// <summary>
/// The purpose of a secret. Each kind is encrypted for its own purpose, so that the bytes of one kind cannot be decrypted as another.
/// Stored by number and named in the API: never renumber, never rename.
/// </summary>
[JsonConverter(typeof(CamelCaseEnum<SecretKind>))]
public enum SecretKind
{
    /// <summary>The password of a Wi-Fi network: 8 to 63 printable ASCII characters, or the key itself as 64 hexadecimal digits.</summary>
    WifiKey = 1,

    /// <summary>A VPN's preshared key, or a password inside its profile.</summary>
    VpnKey = 2,

    /// <summary>The challenge password of a SCEP server.</summary>
    ScepChallenge = 3,

    /// <summary>A certificate with its private key: the bytes of a .pfx file in Base64.</summary>
    Pfx = 4,

    /// <summary>The password of such a file.</summary>
    PfxPassword = 5,
}
