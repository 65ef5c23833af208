using System.Text;

namespace MamConsole.Simulator.Profiles;

/// <summary>
/// Validates a WLANProfile document as Windows does (the WLAN_profile schema, version 1; the documentation page of the WiFi provider).
/// </summary>
internal static class WlanGrammar
{
    private const string Namespace = "http://www.microsoft.com/networking/WLAN/profile/v1";
    private const string Security = "WLANProfile/MSM/security";

    /// <summary>Returns whether the document is valid and describes the network of this name.</summary>
    public static bool Takes(string text, string name)
    {
        if (ProfileDocument.Read(text) is not { } profile || profile.Root != ("WLANProfile", Namespace))
        {
            return false;
        }

        return profile.IsSequence(
                "WLANProfile",
                "name",
                "SSIDConfig",
                "connectionType",
                "connectionMode",
                "autoSwitch",
                "MSM",
                "MacRandomization"
            )
            && profile.IsSequence("WLANProfile/SSIDConfig", "SSID", "nonBroadcast")
            && profile.IsSequence("WLANProfile/SSIDConfig/SSID", "hex", "name")
            && profile.IsSequence(
                Security,
                "authEncryption",
                "sharedKey",
                "keyIndex",
                "PMKCacheMode",
                "PMKCacheTTL",
                "PMKCacheSize",
                "preAuthMode",
                "preAuthThrottle",
                "OneX"
            )
            && profile.At("WLANProfile/name") == name
            && IsNamed(profile, name)
            && profile.At("WLANProfile/connectionType") == "ESS"
            && profile.At("WLANProfile/connectionMode") is null or "auto" or "manual"
            && IsSecured(profile);
    }

    private static bool IsNamed(ProfileDocument profile, string name) =>
        Encoding.UTF8.GetByteCount(name) is >= 1 and <= 32
        && (profile.At("WLANProfile/SSIDConfig/SSID/name") ?? name) == name
        && (profile.At("WLANProfile/SSIDConfig/SSID/hex") ?? Convert.ToHexString(Encoding.UTF8.GetBytes(name))).Equals(
            Convert.ToHexString(Encoding.UTF8.GetBytes(name)),
            StringComparison.OrdinalIgnoreCase
        );

    private static bool IsSecured(ProfileDocument profile)
    {
        var oneX = profile.At(Security + "/authEncryption/useOneX") == "true";
        return (profile.At(Security + "/authEncryption/authentication"), profile.At(Security + "/authEncryption/encryption")) switch
        {
            ("open", "none") => !oneX && !profile.Has(Security + "/sharedKey"),
            ("WPAPSK" or "WPA2PSK" or "WPA3SAE", "AES" or "TKIP") => !oneX && HasKey(profile),
            ("WPA2" or "WPA3ENT" or "WPA3ENT192", "AES" or "GCMP256") => oneX
                && profile.At(Security + "/OneX/authMode") is null or "user" or "machineOrUser" or "machine" or "guest"
                && profile.At(Security + "/OneX/EAPConfig/EapHostConfig/EapMethod/Type") is { Length: > 0 },
            _ => false,
        };
    }

    private static bool HasKey(ProfileDocument profile)
    {
        const string Key = Security + "/sharedKey";
        return profile.Below(Key).SequenceEqual(["keyType", "protected", "keyMaterial"])
            && profile.At(Key + "/protected") == "false"
            && (profile.At(Key + "/keyType"), profile.At(Key + "/keyMaterial")) switch
            {
                ("passPhrase", { Length: >= 8 and <= 63 } phrase) => phrase.All(c => c is >= ' ' and <= '~'),
                ("passPhrase" or "networkKey", { Length: 64 } hex) => hex.All(char.IsAsciiHexDigit),
                _ => false,
            };
    }
}
