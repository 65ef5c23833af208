using System.Collections.Immutable;
using static MamConsole.Protocol.Csp.CspOccurrence;

namespace MamConsole.Protocol.Csp;

/// <summary>
/// AppLocker CSP. Its branch EnterpriseDataProtection lists the apps that may access work data (docs/reference/csp-catalog.json;
/// docs/reference/wip-authoring.md §5).
/// </summary>
/// <remarks>
/// A list is one grouping. To add one, add the grouping, then <c>EXE</c> or <c>StoreApps</c>, then <c>Policy</c>; to remove one, delete the
/// grouping. <c>ApplicationLaunchRestrictions</c>, which controls which apps may <em>run</em>, is another branch that this server never
/// writes; two more branches belong to features of Windows.
/// </remarks>
public static class AppLockerCsp
{
    /// <summary>
    /// The placeholder in LocURIs for the name of the list, which is generated for each enrollment (docs/reference/wip-authoring.md §5.1).
    /// </summary>
    public const string GroupingPlaceholder = "{Grouping}";

    /// <summary>The text that makes a list one of exempt apps, anywhere in the name of the grouping.</summary>
    public const string ExemptSuffix = "EdpExempt";

    private static readonly CspRange Rules = CspRange.XmlOf("AppLocker RuleCollection");

    private static readonly CspBranch Root = CspBranch.At("./Vendor/MSFT/AppLocker");

    private static readonly CspBranch Of = Root.Below("EnterpriseDataProtection");

    private static readonly CspBranch List = Of.Below(GroupingPlaceholder);

    public static readonly CspBareNode AppLocker = Root.Node("");

    /// <summary>The parent of the groupings; a Get lists them.</summary>
    public static readonly CspBareNode Groupings = Of.Node("");

    /// <summary>One list of protected apps.</summary>
    public static readonly CspBareNode Grouping = List.Node("", CspAccess.ReadWrite, ZeroOrMore);

    /// <summary>The desktop apps of a list.</summary>
    public static readonly CspBareNode Exe = Type(List, "EXE");

    /// <summary>One RuleCollection of Type <c>Exe</c>, without an XML declaration (docs/reference/wip-authoring.md §5.2).</summary>
    public static readonly CspNode<string> ExePolicy = Policy(List, "EXE");

    /// <summary>The Store apps of a list.</summary>
    public static readonly CspBareNode StoreApps = Type(List, "StoreApps");

    /// <summary>One RuleCollection of Type <c>Appx</c>, without an XML declaration.</summary>
    public static readonly CspNode<string> StoreAppsPolicy = Policy(List, "StoreApps");

    /// <summary>
    /// One list of exempt apps: they may access work data, and the data that they write is not protected. The node is
    /// <see cref="Grouping"/> with another name.
    /// </summary>
    public static readonly CspBareNode ExemptGrouping = Exempt(Grouping);

    public static readonly CspBareNode ExemptExe = Exempt(Exe);

    /// <summary>Like <see cref="ExePolicy"/>, for exempt apps.</summary>
    public static readonly CspNode<string> ExemptExePolicy = Exempt(ExePolicy);

    public static readonly CspBareNode ExemptStoreApps = Exempt(StoreApps);

    /// <summary>Like <see cref="StoreAppsPolicy"/>, for exempt apps.</summary>
    public static readonly CspNode<string> ExemptStoreAppsPolicy = Exempt(StoreAppsPolicy);

    /// <summary>The rules for apps that may run on the PC at all. A rule here blocks every Windows app that it does not name.</summary>
    public static readonly ImmutableArray<CspNode> LaunchRestrictions = DescribeLaunchRestrictions();

    /// <summary>The branches of Windows features; listed, but not used.</summary>
    public static readonly ImmutableArray<CspNode> Others =
    [
        .. DescribeOther("LaunchControl", CspAccess.GetReplace, One),
        .. DescribeOther("FamilySafety", CspAccess.ReadWrite, CspOccurrence.ZeroOrOne),
    ];

    /// <summary>All nodes of this provider. An exempt list has the same nodes as a protected one.</summary>
    public static readonly ImmutableArray<CspNode> All = Root.Nodes;

    private static CspBareNode Type(CspBranch list, string type, bool avoid = false) =>
        list.Node(type, CspAccess.ReadWrite, CspOccurrence.ZeroOrOne, avoid: avoid);

    private static CspNode<string> Policy(
        CspBranch list,
        string type,
        CspAccess access = CspAccess.ReadWrite,
        CspOccurrence occurs = CspOccurrence.ZeroOrOne,
        bool avoid = false
    ) => list.Text($"{type}/Policy", Rules, access: access, occurs: occurs, avoid: avoid, restart: true, reserved: true);

    private static CspNode<string> Mode(
        CspBranch list,
        string type,
        CspAccess access = CspAccess.ReadWrite,
        CspOccurrence? occurs = null,
        bool avoid = false
    ) => list.Text($"{type}/EnforcementMode", access: access, occurs: occurs, avoid: avoid);

    private static ImmutableArray<CspNode> DescribeLaunchRestrictions()
    {
        var root = Root.Below("ApplicationLaunchRestrictions");
        var list = root.Below(GroupingPlaceholder);
        return
        [
            root.Node(""),
            list.Node("", CspAccess.ReadWrite, ZeroOrMore),
            Type(list, "EXE"),
            Policy(list, "EXE"),
            Mode(list, "EXE"),
            list.Text("EXE/NonInteractiveProcessEnforcement", avoid: true),
            Type(list, "MSI"),
            Policy(list, "MSI"),
            Mode(list, "MSI"),
            Type(list, "Script"),
            Policy(list, "Script"),
            Mode(list, "Script"),
            Type(list, "StoreApps"),
            Policy(list, "StoreApps"),
            Mode(list, "StoreApps"),
            Type(list, "DLL"),
            Policy(list, "DLL"),
            Mode(list, "DLL"),
            list.Text("DLL/NonInteractiveProcessEnforcement", occurs: One, avoid: true),
            Type(list, "CodeIntegrity"),
            list.Text("CodeIntegrity/Policy", format: CspFormat.B64, restart: true, reserved: true),
        ];
    }

    private static ImmutableArray<CspNode> DescribeOther(string name, CspAccess access, CspOccurrence occurs)
    {
        var root = Root.Below(name);
        var list = root.Below(GroupingPlaceholder);
        return
        [
            root.Node("", avoid: true),
            list.Node("", CspAccess.ReadWrite, ZeroOrMore, avoid: true),
            Type(list, "EXE", avoid: true),
            Policy(list, "EXE", access, occurs, avoid: true),
            Mode(list, "EXE", access, occurs, avoid: true),
            Type(list, "StoreApps", avoid: true),
            Policy(list, "StoreApps", access, occurs, avoid: true),
            Mode(list, "StoreApps", access, occurs, avoid: true),
        ];
    }

    private static T Exempt<T>(T node)
        where T : CspNode =>
        (T)(node with { Uri = node.Uri.Replace(GroupingPlaceholder, GroupingPlaceholder + ExemptSuffix, StringComparison.Ordinal) });
}
