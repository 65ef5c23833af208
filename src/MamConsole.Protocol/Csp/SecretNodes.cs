using System.Collections.Immutable;

namespace MamConsole.Protocol.Csp;

/// <summary>
/// The nodes with secret values (docs/reference/csp-catalog.json: certificates, Wi-Fi, VPN, accounts). Code that stores or shows messages
/// must mask them, including those that this server never writes. The list is deliberately broader than <see cref="CspCatalogue"/> and
/// matches any spelling, because masking too much does no harm.
/// </summary>
public static class SecretNodes
{
    /// <summary>Parts of a LocURI by segment; <c>*</c> matches one dynamic segment.</summary>
    private static readonly ImmutableArray<string[]> Patterns =
    [
        // The XML of the profile contains the key, so all of it is masked.
        .. Of("WiFi/Profile/*/WlanXml"),
        .. Of("VPNv2/*/ProfileXML"),
        .. Of("VPNv2/*/NativeProfile/L2tpPsk"),
        // The content is defined by the vendor of the plug-in and may contain secrets.
        .. Of("VPNv2/*/PluginProfile/CustomConfiguration"),
        .. Of("VPNv2/*/APNBinding/Password"),
        .. Of("ClientCertificateInstall/PFXCertInstall/*/PFXCertBlob"),
        .. Of("ClientCertificateInstall/PFXCertInstall/*/PFXCertPassword"),
        .. Of("ClientCertificateInstall/SCEP/*/Install/Challenge"),
        .. Of("CertificateStore/My/SCEP/*/Install/Challenge"),
        .. Of("DMAcc/*/AppAuth/*/AAuthSecret"),
        .. Of("DMAcc/*/AppAuth/*/AAuthData"),
        // The argument contains the token of the relying party (docs/reference/device-reporting.md §4.2).
        .. Of("HealthAttestation/TriggerAttestation"),
    ];

    /// <summary>Returns whether the address is such a node, ignoring case and percent-encoding.</summary>
    public static bool Hold(string locUri)
    {
        ArgumentNullException.ThrowIfNull(locUri);
        var query = locUri.IndexOf('?', StringComparison.Ordinal);
        var path = query < 0 ? locUri : locUri[..query];
        // A dynamic segment may contain an encoded slash, and a device may decode the slashes between segments: masked in both cases.
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
