using System.Globalization;
using MamConsole.Protocol.Csp;
using MamConsole.Server.Fleet;

namespace MamConsole.Server.Devices;

/// <summary>
/// Describes the facts that a device reported as text (docs/reference/device-reporting.md §2). A fact that it did not report is omitted,
/// because its value is unknown.
/// </summary>
internal static class FactWords
{
    private static readonly (CspNode Node, string Label, Func<string, string> Words)[] Known =
    [
        (EnterpriseDataProtectionCsp.Status, "Protection", Protection),
        (DeviceStatusCsp.EncryptionCompliance, "System drive", v => v is "1" or "true" ? "encrypted" : "not encrypted"),
        (
            DeviceStatusCsp.AntivirusStatus,
            "Antivirus",
            v =>
                v switch
                {
                    "0" => "on and monitoring",
                    "1" => "off",
                    "2" => "not monitoring",
                    "3" => "snoozed or expired",
                    _ => v,
                }
        ),
        (
            DeviceStatusCsp.AntivirusSignatureStatus,
            "Virus signatures",
            v =>
                v switch
                {
                    "1" => "up to date",
                    "0" => "out of date",
                    _ => v,
                }
        ),
        (
            DeviceStatusCsp.AntispywareStatus,
            "Antispyware",
            v =>
                v switch
                {
                    "0" => "on and monitoring",
                    "1" => "off",
                    "2" => "not monitoring",
                    "3" => "snoozed or expired",
                    _ => v,
                }
        ),
        (
            DeviceStatusCsp.AntispywareSignatureStatus,
            "Antispyware signatures",
            v =>
                v switch
                {
                    "1" => "up to date",
                    "0" => "out of date",
                    _ => v,
                }
        ),
        (
            DeviceStatusCsp.FirewallStatus,
            "Firewall",
            v =>
                v switch
                {
                    "0" => "on",
                    "1" => "off",
                    "2" => "on for some networks only",
                    "3" => "temporarily not monitoring",
                    _ => v,
                }
        ),
        (
            DeviceStatusCsp.SecureBootState,
            "Secure boot",
            v =>
                v switch
                {
                    "0" => "not supported",
                    "1" => "on",
                    "2" => "off",
                    _ => v,
                }
        ),
        (DeviceStatusCsp.TpmSpecificationVersion, "TPM", v => v),
        (DevInfoCsp.Lang, "Language", v => v),
    ];

    private const int MaximumLength = 120;

    /// <summary>The label of a node; the end of its address when it has no label here.</summary>
    public static string LabelOf(string locUri) =>
        Known.FirstOrDefault(k => k.Node.Uri == locUri).Label
        ?? (locUri.Split('/') is [.., var parent, "Status"] ? $"{parent} status" : locUri[(locUri.LastIndexOf('/') + 1)..]);

    /// <summary>A node's value as text; the reported value, shortened, when the node has no words here.</summary>
    public static string Words(string locUri, string value)
    {
        var words = Known.FirstOrDefault(k => k.Node.Uri == locUri).Words?.Invoke(value.Trim()) ?? value;
        return words.Length == 0 ? "empty"
            : words.Length <= MaximumLength ? words
            : $"{words[..MaximumLength]}…";
    }

    public static IReadOnlyList<Fact> Describe(DeviceFacts facts) =>
        [
            .. Known
                .Where(k => facts.Values.ContainsKey(k.Node.Uri))
                .Select(k => new Fact(k.Label, k.Words(facts.Values[k.Node.Uri].Trim()), null)),
            .. facts.Values.IsEmpty
                ? []
                : new[]
                {
                    new Fact(
                        "Reported at",
                        facts.ReadAt.UtcDateTime.ToString("d MMMM yyyy, HH:mm 'UTC'", CultureInfo.InvariantCulture),
                        "for the facts above"
                    ),
                },
        ];

    /// <summary>The label of a fact and its value as text; null when the node is not a fact.</summary>
    public static (string Label, string Value)? Of(string locUri, string value) =>
        Array.Find(Known, k => k.Node.Uri == locUri) is { Node: not null } known ? (known.Label, known.Words(value.Trim())) : null;

    /// <summary>Masked, never compared: two of its bits are reserved (docs/reference/wip-authoring.md §8).</summary>
    private static string Protection(string text) =>
        !int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var bits) ? text
        : (bits & 0xB) == 0xB ? "on"
        : (bits & 0xB) == 0xA ? "rules arrived, protection is off"
        : (bits & 0x2) == 0 && bits != 0 ? "app list missing"
        : bits == 0 ? "nothing arrived"
        : "a required setting is missing";
}
