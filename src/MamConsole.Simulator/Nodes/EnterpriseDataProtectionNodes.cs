using System.Globalization;
using MamConsole.Protocol.Csp;
using MamConsole.Simulator.Tree;
using static MamConsole.Simulator.Tree.Rules;

namespace MamConsole.Simulator.Nodes;

/// <summary>
/// The settings of Windows Information Protection (docs/reference/protocol.md §6.3; docs/reference/wip-authoring.md §2-4, §7, §8).
/// </summary>
internal static class EnterpriseDataProtectionNodes
{
    private const string Root = "./Vendor/MSFT/EnterpriseDataProtection";

    public const string Mode = Root + "/Settings/EDPEnforcementLevel";
    public const string Identities = Root + "/Settings/EnterpriseProtectedDomainNames";
    public const string RevokeOnUnenroll = Root + "/Settings/RevokeOnUnenroll";
    private const string Recovery = Root + "/Settings/DataRecoveryCertificate";

    private static readonly IdnMapping Idn = new() { UseStd3AsciiRules = true };

    public static IEnumerable<NodeRule> All { get; } =
    [
        Fixed(Root),
        Fixed(Root + "/Settings"),
        Number(Mode, 0, 3),
        Text(Identities, (value, _) => value.Split('|').All(IsCanonical)),
        new NodeRule
        {
            Pattern = Recovery,
            Format = CspFormat.B64,
            Access = CspAccess.ReadWrite,
            Check = (value, _) => RecoveryBlob.IsWellFormed(Convert.FromBase64String(value)),
            CheckError = WindowsErrors.InvalidData,
        },
        OneOf(RevokeOnUnenroll, 0, 1),
        OneOf(Root + "/Settings/RevokeOnMDMHandoff", 0, 1),
        Text(
            Root + "/Settings/RMSTemplateIDForEDP",
            (value, _) => value.Length == 0 || Guid.TryParseExact(value, "D", out Guid _) || Guid.TryParseExact(value, "B", out Guid _)
        ),
        OneOf(Root + "/Settings/AllowAzureRMSForEDP", 0, 1),
        Text(Root + "/Settings/SMBAutoEncryptedFileExtensions"),
        OneOf(Root + "/Settings/EDPShowIcons", 0, 1),
        OneOf(Root + "/Settings/AllowUserDecryption", 0, 1),
        OneOf(Root + "/Settings/RequireProtectionUnderLockConfig", 0, 1),
        Fact(Root + "/Status", CspFormat.Int, tree => Status(tree).ToString(CultureInfo.InvariantCulture)),
    ];

    /// <summary>Returns whether the device protects data: the mode is on, and this build supports WIP.</summary>
    public static bool IsProtecting(WindowsTree tree) => tree.Profile.HasInformationProtection && IsOn(tree);

    private static bool IsOn(WindowsTree tree) => tree.Stored(Mode) is { } mode && mode != "0";

    /// <summary>
    /// Bit 0: protection is on; bit 1: app rules exist; bit 3: the mandatory settings exist (docs/reference/wip-authoring.md §8).
    /// </summary>
    private static int Status(WindowsTree tree)
    {
        var mandatory =
            tree.Stored(Mode) is not null
            && tree.Stored(Identities) is not null
            && (
                !tree.CountsFiveMandatorySettings
                || (
                    tree.Stored(Recovery) is not null
                    && tree.Stored(PolicyNodes.IpRange) is not null
                    && tree.Stored(PolicyNodes.NetworkDomains) is not null
                )
            );
        return (IsProtecting(tree) ? 1 : 0) | (AppLockerNodes.HasRules(tree) ? 2 : 0) | (mandatory ? 8 : 0);
    }

    /// <summary>
    /// The test of Windows: converting to ASCII with the STD3 rules and back returns the same text (docs/reference/wip-authoring.md §3).
    /// </summary>
    private static bool IsCanonical(string domain)
    {
        try
        {
            return domain.Length > 0 && Idn.GetUnicode(Idn.GetAscii(domain)) == domain && !domain.Any(char.IsAsciiLetterUpper);
        }
        catch (ArgumentException)
        {
            return false;
        }
    }
}
