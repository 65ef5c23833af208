using System.Collections.Immutable;

namespace MamConsole.Protocol.Csp;

/// <summary>AppLocker CSP, the branch that says which apps may touch work data (csp-catalog.json; wip-authoring.md §5).</summary>
/// <remarks>
/// A list is one grouping. Adding one: the grouping, then <c>EXE</c> or <c>StoreApps</c>, then <c>Policy</c>; removing one: Delete of the grouping.
/// <c>ApplicationLaunchRestrictions</c>, which decides what may <em>run</em>, is another branch and none of ours.
/// </remarks>
public static class AppLockerCsp
{
    private const string Root = "./Vendor/MSFT/AppLocker/EnterpriseDataProtection";

    /// <summary>Stands in the LocURIs for the list's name; a fresh one for each enrollment (wip-authoring.md §5.1).</summary>
    public const string GroupingPlaceholder = "{Grouping}";

    /// <summary>Anywhere in a grouping's name it makes the list one of exempt apps.</summary>
    public const string ExemptSuffix = "EdpExempt";

    private static CspBareNode Interior(string uri, CspAccess access = CspAccess.ReadWrite) => new() { Uri = uri, Format = CspFormat.Node, Access = access };

    private static CspNode<string> Policy(string parent) => new() { Uri = $"{parent}/Policy", Format = CspFormat.Chr };

    /// <summary>Holds the groupings; its Get lists them.</summary>
    public static readonly CspBareNode Groupings = Interior(Root, CspAccess.Get);

    /// <summary>One list of protected apps.</summary>
    public static readonly CspBareNode Grouping = Interior($"{Root}/{GroupingPlaceholder}");

    /// <summary>Its desktop apps.</summary>
    public static readonly CspBareNode Exe = Interior($"{Root}/{GroupingPlaceholder}/EXE");

    /// <summary>One RuleCollection of Type <c>Exe</c>, without an XML declaration (wip-authoring.md §5.2).</summary>
    public static readonly CspNode<string> ExePolicy = Policy(Exe.Uri);

    /// <summary>Its store apps.</summary>
    public static readonly CspBareNode StoreApps = Interior($"{Root}/{GroupingPlaceholder}/StoreApps");

    /// <summary>One RuleCollection of Type <c>Appx</c>, without an XML declaration.</summary>
    public static readonly CspNode<string> StoreAppsPolicy = Policy(StoreApps.Uri);

    /// <summary>One list of exempt apps: they may touch work data, and what they write is not protected.</summary>
    public static readonly CspBareNode ExemptGrouping = Interior($"{Root}/{GroupingPlaceholder}{ExemptSuffix}");

    public static readonly CspBareNode ExemptExe = Interior($"{ExemptGrouping.Uri}/EXE");

    /// <summary>As <see cref="ExePolicy"/>, for exempt apps.</summary>
    public static readonly CspNode<string> ExemptExePolicy = Policy(ExemptExe.Uri);

    public static readonly CspBareNode ExemptStoreApps = Interior($"{ExemptGrouping.Uri}/StoreApps");

    /// <summary>As <see cref="StoreAppsPolicy"/>, for exempt apps.</summary>
    public static readonly CspNode<string> ExemptStoreAppsPolicy = Policy(ExemptStoreApps.Uri);

    /// <summary>Every node above, parents before children.</summary>
    public static readonly ImmutableArray<CspNode> All =
    [
        Groupings, Grouping, Exe, ExePolicy, StoreApps, StoreAppsPolicy,
        ExemptGrouping, ExemptExe, ExemptExePolicy, ExemptStoreApps, ExemptStoreAppsPolicy,
    ];
}
