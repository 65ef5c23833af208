using MamConsole.PolicyEngine.InformationProtection;
using MamConsole.PolicyEngine.NetworkBoundary;

namespace MamConsole.PolicyEngine.Versions.Impact;

/// <summary>
/// Determines the effects of changes to WIP and its network boundary. All of them except the lost-contact timer belong to WIP.
/// </summary>
internal static class ProtectionImpacts
{
    private const string Area = InformationProtectionWords.Area;
    private const string ModeField = "informationProtection.mode";
    private const string CertificateField = "informationProtection.recoveryCertificate";
    private const string RevokeOnUnenroll = "informationProtection.revokeOnUnenroll";
    private const string RevokeOnHandoff = "informationProtection.revokeOnMdmHandoff";
    private const string TimerField = "informationProtection.lostContactDays";

    public static IEnumerable<PolicyImpact> Of(InformationProtectionSettings from, InformationProtectionSettings to, Change[] changes)
    {
        if (Array.Find(changes, change => change.Field == ModeField) is { } mode && Mode(from, to, mode) is { } turned)
        {
            yield return turned with
            {
                IsProtection = true,
            };
        }

        if (Array.Find(changes, change => change.Field == CertificateField) is { } certificate)
        {
            yield return Certificate(certificate) with
            {
                IsProtection = true,
            };
        }

        var removed = changes.Where(change => change.Field is RevokeOnUnenroll or RevokeOnHandoff).ToArray();
        if (removed.Length > 0)
        {
            yield return ImpactFinder.Get(Area, StrictnessChange.Neutral, "another rule for work files on unenroll", 58, removed) with
            {
                IsProtection = true,
            };
        }

        if (Array.Find(changes, change => change.Field == TimerField) is { } timer)
        {
            yield return ImpactFinder.Get(Area, StrictnessChange.Neutral, "another limit for days without contact", 35, timer);
        }

        var rest = changes
            .Where(change => change.Field is not (ModeField or CertificateField or RevokeOnUnenroll or RevokeOnHandoff or TimerField))
            .ToArray();
        if (rest.Length > 0)
        {
            yield return ImpactFinder.Get(Area, StrictnessChange.Neutral, "other WIP settings", 32, rest) with
            {
                IsProtection = true,
            };
        }
    }

    public static PolicyImpact Boundary(Change[] changes)
    {
        var boundary = changes
            .Where(change =>
                change.Field is "networkBoundary.cloudResources" or "networkBoundary.ipRanges" or "networkBoundary.domainNames"
            )
            .ToArray();
        var (more, fewer) = (Array.Exists(boundary, c => c.AddedItems.Count > 0), Array.Exists(boundary, c => c.RemovedItems.Count > 0));
        var impact = (more, fewer, boundary.Length == changes.Length) switch
        {
            (true, false, true) => ImpactFinder.Get(
                NetworkBoundaryWords.Area,
                StrictnessChange.Stricter,
                "more network locations that count as work",
                42,
                changes
            ),
            (false, true, true) => ImpactFinder.Get(
                NetworkBoundaryWords.Area,
                StrictnessChange.Looser,
                "fewer network locations that count as work",
                44,
                changes
            ),
            _ => ImpactFinder.Get(NetworkBoundaryWords.Area, StrictnessChange.Neutral, "another network boundary", 40, changes),
        };
        return impact with { IsProtection = true, Details = [.. impact.Details, .. changes.SelectMany(Rows)] };
    }

    private static PolicyImpact? Mode(InformationProtectionSettings from, InformationProtectionSettings to, Change change) =>
        (from.Protects, to.Protects) switch
        {
            (false, true) => ImpactFinder.Get(Area, StrictnessChange.Stricter, "protection of work files", 80, change),
            (true, false) => ImpactFinder.Lose(Area, StrictnessChange.Looser, "the protection of work files", 100, change),
            (true, true) when to.Mode > from.Mode => ImpactFinder.Get(Area, StrictnessChange.Stricter, "stricter protection", 77, change),
            (true, true) => ImpactFinder.Get(Area, StrictnessChange.Looser, "less strict protection", 77, change),
            _ => null,
        };

    private static PolicyImpact Certificate(Change change) =>
        change.Kind switch
        {
            ChangeKind.Added => ImpactFinder.Get(Area, StrictnessChange.Neutral, "a recovery certificate", 64, change),
            ChangeKind.Removed => ImpactFinder.Lose(Area, StrictnessChange.Looser, "the recovery certificate", 92, change),
            _ => ImpactFinder.Get(Area, StrictnessChange.Neutral, "another recovery certificate", 66, change),
        };

    private static IEnumerable<string> Rows(Change change) =>
        change.AddedItems.Select(item => $"added: {item}").Concat(change.RemovedItems.Select(item => $"removed: {item}"));
}
