using MamConsole.Protocol.Csp;
using MamConsole.Simulator.AppLocker;
using MamConsole.Simulator.Tree;
using static MamConsole.Simulator.Tree.Rules;

namespace MamConsole.Simulator.Nodes;

/// <summary>
/// The protected and exempt apps (docs/reference/wip-authoring.md §5.1): groupings under EnterpriseDataProtection, each with desktop and
/// packaged apps.
/// </summary>
/// <remarks>The branch that controls which apps may run exists too, as in Windows, so writing to it by mistake does not fail.</remarks>
internal static class AppLockerNodes
{
    private const string Root = "./Vendor/MSFT/AppLocker";
    private const string WorkData = Root + "/EnterpriseDataProtection";
    private const string Launch = Root + "/ApplicationLaunchRestrictions";

    public static IEnumerable<NodeRule> All { get; } =
    [Fixed(Root), Fixed(WorkData), .. Grouping(WorkData), Fixed(Launch), .. Grouping(Launch)];

    /// <summary>Returns whether any list of protected apps exists.</summary>
    public static bool HasRules(WindowsTree tree) =>
        tree.Values.Keys.Any(key =>
            key.StartsWith(WorkData + "/", StringComparison.Ordinal) && key.EndsWith("/Policy", StringComparison.Ordinal)
        );

    private static IEnumerable<NodeRule> Grouping(string branch) =>
        [
            BranchOf(branch + "/{Grouping}"),
            BranchOf(branch + "/{Grouping}/EXE"),
            Policy(branch + "/{Grouping}/EXE/Policy", RuleCollectionType.Exe),
            BranchOf(branch + "/{Grouping}/StoreApps"),
            Policy(branch + "/{Grouping}/StoreApps/Policy", RuleCollectionType.Appx),
        ];

    private static NodeRule BranchOf(string pattern) => Branch(pattern, CspAccess.ReadWrite);

    private static NodeRule Policy(string pattern, RuleCollectionType type) =>
        new()
        {
            Pattern = pattern,
            Format = CspFormat.Chr,
            Access = CspAccess.ReadWrite,
            Check = (value, _) => RuleCollectionGrammar.FindFault(value, type) is null,
            CheckError = WindowsErrors.InvalidData,
        };
}
