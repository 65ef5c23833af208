namespace MamConsole.Simulator.Profiles;

/// <summary>
/// Validates a VPNProfile document as Windows does (the schema of ProfileXML; the documentation page of the VPNv2 provider).
/// </summary>
internal static class VpnGrammar
{
    private const string Native = "VPNProfile/NativeProfile";

    public static bool Takes(string text)
    {
        if (ProfileDocument.Read(text) is not { } profile || profile.Root != ("VPNProfile", ""))
        {
            return false;
        }

        return profile.IsSequence(
                "VPNProfile",
                "EdpModeId",
                "RememberCredentials",
                "AlwaysOn",
                "DnsSuffix",
                "TrustedNetworkDetection",
                "LockDown",
                "DeviceTunnel",
                "RegisterDNS",
                "ByPassForLocal",
                "Proxy",
                "APNBinding",
                "DeviceCompliance",
                "PluginProfile",
                "AppTrigger*",
                "DomainNameInformation*",
                "TrafficFilter*",
                "NativeProfile",
                "Route*"
            )
            && profile.Has(Native) != profile.Has("VPNProfile/PluginProfile")
            && (!profile.Has(Native) || IsNative(profile));
    }

    private static bool IsNative(ProfileDocument profile)
    {
        const string Authentication = Native + "/Authentication";
        return profile.IsSequence(
                Native,
                "Servers",
                "RoutingPolicyType",
                "NativeProtocolType",
                "L2tpPsk",
                "DisableClassBasedDefaultRoute",
                "CryptographySuite",
                "Authentication"
            )
            && profile.At(Native + "/Servers") is { Length: > 0 }
            && profile.At(Native + "/RoutingPolicyType") is null or "SplitTunnel" or "ForceTunnel"
            && (profile.At(Native + "/NativeProtocolType"), User(profile), profile.At(Authentication + "/MachineMethod")) switch
            {
                ("IKEv2" or "L2TP" or "SSTP" or "PPTP" or "Automatic", "EAP", null) => profile.At(
                    Authentication + "/Eap/Configuration/EapHostConfig/EapMethod/Type"
                )
                    is { Length: > 0 },
                ("L2TP" or "SSTP" or "PPTP" or "Automatic", "MSCHAPV2", null) => true,
                ("IKEv2", null, "Certificate") => true,
                _ => false,
            };
    }

    private static string? User(ProfileDocument profile) => profile.At(Native + "/Authentication/UserMethod")?.ToUpperInvariant();
}
