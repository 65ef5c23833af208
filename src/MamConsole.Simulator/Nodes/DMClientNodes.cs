using System.Globalization;
using MamConsole.Protocol.Csp;
using MamConsole.Simulator.Tree;
using static MamConsole.Simulator.Tree.Rules;

namespace MamConsole.Simulator.Nodes;

/// <summary>The enrollment nodes: provider, poll schedule and MDM handoff (docs/reference/protocol.md §5.1, §5.2).</summary>
internal static class DMClientNodes
{
    public const string Root = "./Vendor/MSFT/DMClient";
    private const string Provider = Root + "/Provider/{ProviderID}";
    private const CspAccess GetAddReplace = CspAccess.Get | CspAccess.Add | CspAccess.Replace;
    private const CspAccess GetReplace = CspAccess.Get | CspAccess.Replace;

    public static IEnumerable<NodeRule> All { get; } =
    [
        Fixed(Root),
        new NodeRule
        {
            Pattern = Root + "/Unenroll",
            Format = CspFormat.Null,
            Access = CspAccess.Get | CspAccess.Exec,
            Permanent = true,
            Unenrolls = true,
        },
        Fact(Root + "/HWDevID", CspFormat.Chr, tree => tree.Profile.HardwareId),
        Fixed(Root + "/Provider"),
        // Enrollment creates this node and unenrollment removes it; a server can only read it.
        Branch(Provider, CspAccess.Get),
        new NodeRule
        {
            Pattern = Provider + "/Unenroll",
            Format = CspFormat.Null,
            Access = CspAccess.Get | CspAccess.Exec,
            Permanent = true,
            Unenrolls = true,
        },
        Text(Provider + "/EntDMID"),
        Text(Provider + "/EntDeviceName"),
        Text(Provider + "/ExchangeID"),
        Text(Provider + "/UPN", access: GetAddReplace),
        Text(Provider + "/AADResourceID", access: GetAddReplace),
        Text(Provider + "/HelpPhoneNumber"),
        Text(Provider + "/HelpWebsite"),
        Text(Provider + "/HelpEmailAddress"),
        Text(Provider + "/ManagementServerToUpgradeTo"),
        Text(Provider + "/ManagementServiceAddress", (value, _) => Uri.TryCreate(value, UriKind.Absolute, out Uri? _), GetReplace),
        Text(Provider + "/ManagementServerAddressList", access: GetReplace),
        Number(Provider + "/NumberOfDaysAfterLostContactToUnenroll", 1, int.MaxValue) with
        {
            MinimumBuild = 16299,
        },
        Switch(Provider + "/EnableOmaDmKeepAliveMessage", GetReplace) with
        {
            Default = "false",
        },
        Text(Provider + "/SyncApplicationVersion", IsVersionInReach) with
        {
            Default = "1.0",
        },
        Fact(Provider + "/MaxSyncApplicationVersion", CspFormat.Chr, tree => Version(MaxVersion(tree))),
        Fact(Provider + "/EnrollmentType", CspFormat.Chr, _ => "AppManagement"),
        Fact(Provider + "/AADDeviceID", CspFormat.Chr, tree => tree.Profile.TenantDeviceId?.ToString("D")),
        Fact(Provider + "/HWDevID", CspFormat.Chr, tree => tree.Profile.HardwareId),
        Fixed(Provider + "/Poll"),
        Minutes("IntervalForFirstSetOfRetries", "15"),
        Minutes("NumberOfFirstRetries", "10"),
        Minutes("IntervalForSecondSetOfRetries", "0"),
        Minutes("NumberOfSecondRetries", "0"),
        Minutes("IntervalForRemainingScheduledRetries", "0"),
        Minutes("NumberOfRemainingScheduledRetries", "0"),
        Switch(Provider + "/Poll/PollOnLogin") with
        {
            Default = "false",
        },
        Switch(Provider + "/Poll/AllUsersPollOnFirstLogin") with
        {
            Default = "false",
        },
    ];

    /// <summary>Returns the path of a leaf under the provider.</summary>
    public static string Leaf(string providerId, string name) => $"{Root}/Provider/{Uri.EscapeDataString(providerId)}/{name}";

    /// <summary>Returns the highest protocol version of the device: 3.0 since 1809, 4.0 since 1903, 5.0 since Windows 11.</summary>
    private static int MaxVersion(WindowsTree tree) =>
        tree.Profile.Build switch
        {
            >= 22000 => 5,
            >= 18362 => 4,
            >= 17763 => 3,
            _ => 2,
        };

    private static string Version(int major) => major.ToString(CultureInfo.InvariantCulture) + ".0";

    /// <summary>
    /// Returns whether the version is between 1.0 and the device's highest and does not go back to 1.0 (docs/reference/protocol.md §5.2).
    /// </summary>
    private static bool IsVersionInReach(string value, WindowsTree tree) =>
        value is [>= '1' and <= '9', '.', '0'] or [>= '1' and <= '9']
        && value[0] - '0' <= MaxVersion(tree)
        && (
            value[0] != '1'
            || !tree.Values.Any(node =>
                node.Key.EndsWith("/SyncApplicationVersion", StringComparison.Ordinal) && node.Value is not (null or "1" or "1.0")
            )
        );

    private static NodeRule Minutes(string name, string standard) =>
        Number(Provider + "/Poll/" + name, 0, int.MaxValue) with
        {
            Default = standard,
        };
}
