using MamConsole.PolicyEngine.InformationProtection;
using MamConsole.PolicyEngine.NetworkBoundary;

namespace MamConsole.PolicyEngine.Versions.Effects;

/// <summary>What changes about protection itself and its boundary. All of it but the lost-contact timer is WIP's.</summary>
internal static class ProtectionEffects
{
    private const string Area = InformationProtectionWords.Area;
    private const string ModeField = "informationProtection.mode";
    private const string CertificateField = "informationProtection.recoveryCertificate";
    private const string RevokeOnUnenroll = "informationProtection.revokeOnUnenroll";
    private const string RevokeOnHandoff = "informationProtection.revokeOnMdmHandoff";
    private const string TimerField = "informationProtection.lostContactDays";

    public static IEnumerable<Effect> Of(InformationProtectionSettings from, InformationProtectionSettings to, Change[] changes)
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

        var leaving = changes.Where(change => change.Field is RevokeOnUnenroll or RevokeOnHandoff).ToArray();
        if (leaving.Length > 0)
        {
            yield return EffectFinder.Get(Area, Leaning.Neutral, "another rule for work files when management ends", 58, leaving) with
            {
                IsProtection = true,
            };
        }

        if (Array.Find(changes, change => change.Field == TimerField) is { } timer)
        {
            yield return EffectFinder.Get(Area, Leaning.Neutral, "another limit for days without contact", 35, timer);
        }

        var rest = changes
            .Where(change => change.Field is not (ModeField or CertificateField or RevokeOnUnenroll or RevokeOnHandoff or TimerField))
            .ToArray();
        if (rest.Length > 0)
        {
            yield return EffectFinder.Get(Area, Leaning.Neutral, "other details of protection", 32, rest) with
            {
                IsProtection = true,
            };
        }
    }

    public static Effect Boundary(Change[] changes)
    {
        var places = changes
            .Where(change =>
                change.Field is "networkBoundary.cloudResources" or "networkBoundary.ipRanges" or "networkBoundary.domainNames"
            )
            .ToArray();
        var (more, fewer) = (Array.Exists(places, c => c.AddedItems.Count > 0), Array.Exists(places, c => c.RemovedItems.Count > 0));
        var effect = (more, fewer, places.Length == changes.Length) switch
        {
            (true, false, true) => EffectFinder.Get(
                NetworkBoundaryWords.Area,
                Leaning.Stricter,
                "more places that count as work",
                42,
                changes
            ),
            (false, true, true) => EffectFinder.Get(
                NetworkBoundaryWords.Area,
                Leaning.Looser,
                "fewer places that count as work",
                44,
                changes
            ),
            _ => EffectFinder.Get(NetworkBoundaryWords.Area, Leaning.Neutral, "another network boundary", 40, changes),
        };
        return effect with { IsProtection = true, Details = [.. effect.Details, .. changes.SelectMany(Rows)] };
    }

    private static Effect? Mode(InformationProtectionSettings from, InformationProtectionSettings to, Change change) =>
        (from.Protects, to.Protects) switch
        {
            (false, true) => EffectFinder.Get(Area, Leaning.Stricter, "protection of work files", 80, change),
            (true, false) => EffectFinder.Lose(Area, Leaning.Looser, "the protection of work files", 100, change),
            (true, true) when to.Mode > from.Mode => EffectFinder.Get(Area, Leaning.Stricter, "stricter protection", 77, change),
            (true, true) => EffectFinder.Get(Area, Leaning.Looser, "looser protection", 77, change),
            _ => null,
        };

    private static Effect Certificate(Change change) =>
        change.Kind switch
        {
            ChangeKind.Added => EffectFinder.Get(Area, Leaning.Neutral, "a recovery certificate", 64, change),
            ChangeKind.Removed => EffectFinder.Lose(Area, Leaning.Looser, "the recovery certificate", 92, change),
            _ => EffectFinder.Get(Area, Leaning.Neutral, "another recovery certificate", 66, change),
        };

    private static IEnumerable<string> Rows(Change change) =>
        change.AddedItems.Select(item => $"added: {item}").Concat(change.RemovedItems.Select(item => $"removed: {item}"));
}
