using System.Collections.Immutable;

namespace MamConsole.Protocol.Csp;

/// <summary>
/// The nodes whose values are secrets (docs/reference/csp-catalog.json: certificates, Wi-Fi, VPN, accounts). Whatever keeps or shows
/// messages hides them, those that
/// this server never writes included. Wider than <see cref="CspCatalogue"/> on purpose, and in any spelling: hiding too much harms nobody.
/// </summary>
public static class SecretNodes
{
    /// <summary>Parts of a LocURI, each segment by its name; <c>*</c> stands for one segment that somebody chose.</summary>
    private static readonly ImmutableArray<string[]> Patterns =
    [
        // The key stands inside the profile's XML: all of it is hidden.
        .. Of("WiFi/Profile/*/WlanXml"),
        .. Of("VPNv2/*/ProfileXML"),
        .. Of("VPNv2/*/NativeProfile/L2tpPsk"),
        // Only the plug-in's maker knows what stands in it.
        .. Of("VPNv2/*/PluginProfile/CustomConfiguration"),
        .. Of("VPNv2/*/APNBinding/Password"),
        .. Of("ClientCertificateInstall/PFXCertInstall/*/PFXCertBlob"),
        .. Of("ClientCertificateInstall/PFXCertInstall/*/PFXCertPassword"),
        .. Of("ClientCertificateInstall/SCEP/*/Install/Challenge"),
        .. Of("CertificateStore/My/SCEP/*/Install/Challenge"),
        .. Of("DMAcc/*/AppAuth/*/AAuthSecret"),
        .. Of("DMAcc/*/AppAuth/*/AAuthData"),
        // The relying party's token is an argument (docs/reference/device-reporting.md §4.2).
        .. Of("HealthAttestation/TriggerAttestation"),
    ];

    /// <summary>Whether the address names such a node; case does not matter, and an encoded segment is what it stands for.</summary>
    public static bool Hold(string locUri)
    {
        ArgumentNullException.ThrowIfNull(locUri);
        var query = locUri.IndexOf('?', StringComparison.Ordinal);
        var path = query < 0 ? locUri : locUri[..query];
        // A chosen name may hold an encoded slash, and whoever encodes the slashes between names means the same node: hidden either way.
        string[] named = [.. Split(path).Select(Uri.UnescapeDataString)];
        var whole = Split(Uri.UnescapeDataString(path));
        return Patterns.Any(pattern => EndsWith(named, pattern) || EndsWith(whole, pattern));

        static string[] Split(string path) => path.Split('/', StringSplitOptions.RemoveEmptyEntries);
    }

    private static IEnumerable<string[]> Of(string pattern) => [pattern.Split('/')];

    private static bool EndsWith(string[] segments, string[] pattern)
    {
        var skipped = segments.Length - pattern.Length;
        return skipped >= 0
            && pattern
                .Index()
                .All(p => p.Item == "*" || p.Item.Equals(segments[skipped + p.Index].Trim(), StringComparison.OrdinalIgnoreCase));
    }
}
