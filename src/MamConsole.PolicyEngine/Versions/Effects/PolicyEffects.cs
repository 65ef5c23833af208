using MamConsole.PolicyEngine.Assignment;
using MamConsole.PolicyEngine.Deployment;
using MamConsole.PolicyEngine.NetworkBoundary;
using MamConsole.PolicyEngine.Values;

namespace MamConsole.PolicyEngine.Versions.Effects;

/// <summary>Counts what a policy would do to the PCs that would get it.</summary>
public static class PolicyEffects
{
    /// <param name="groups">The PCs that would get it, by where they stand.</param>
    /// <param name="documents">What the versions say that they stand on; 0 may be left out.</param>
    /// <param name="to">What they would get.</param>
    /// <param name="leaving">PCs that have the policy and would no longer get it.</param>
    public static EffectForecast Count(
        IReadOnlyCollection<DeviceGroup> groups,
        IReadOnlyDictionary<long, WrittenPolicy> documents,
        WrittenPolicy to,
        int leaving = 0
    )
    {
        ArgumentNullException.ThrowIfNull(groups);
        ArgumentNullException.ThrowIfNull(documents);
        ArgumentNullException.ThrowIfNull(to);

        var steps = groups
            .Select(group => group.VersionId)
            .Distinct()
            .ToDictionary(id => id, id => EffectFinder.Between(id == 0 ? new WrittenPolicy() : documents[id], to));
        var tally = new EffectTally();
        foreach (var group in groups)
        {
            Add(tally, group, steps[group.VersionId]);
        }

        tally.AddLeaving(leaving);
        return new EffectForecast(
            groups.Sum(group => group.Devices),
            tally.Unchanged,
            tally.Sentence(groups.Sum(group => group.Devices)),
            tally.Rows()
        );
    }

    private static void Add(EffectTally tally, DeviceGroup group, IReadOnlyList<Effect> effects)
    {
        var hasNoWip = group.Build >= DeviceCapability.FirstBuildWithoutWip;

        // Nothing is taken from a PC that never protected anything.
        var wanted = effects.Where(effect => !(hasNoWip && effect is { IsProtection: true, Leaning: Leaning.Looser })).ToArray();
        var missed = wanted.Where(effect => (hasNoWip && effect.IsProtection) || group.Build < effect.MinimumBuild).ToArray();
        var taken = wanted.Except(missed).ToArray();
        foreach (var effect in taken)
        {
            tally.Add(effect, group);
        }

        if (missed.Length > 0)
        {
            tally.Add(CannotEnforce(missed, all: taken.Length == 0), group);
        }

        if (
            !hasNoWip
            && Editions.FamilyOf(group.Edition) == EditionFamily.Home
            && Array.Exists(taken, effect => effect.Area == NetworkBoundaryWords.Area)
        )
        {
            tally.Add(HomeEdition, group);
        }

        if (wanted.Length == 0)
        {
            tally.AddUnchanged(group);
        }
        else if (group.IsSilent)
        {
            tally.Add(Silent, group);
        }
    }

    private static readonly Effect HomeEdition = new(
        "",
        Leaning.Unsure,
        "may not take the boundary (Home edition)",
        "may not take the boundary (Home edition)",
        8
    )
    {
        Details = ["Microsoft’s MAM article includes Home editions, the boundary’s own description leaves them out."],
    };

    private static readonly Effect Silent = new(
        "",
        Leaning.Neutral,
        "has been silent for long and gets it when it comes back",
        "have been silent for long and get it when they come back",
        10
    );

    private static Effect CannotEnforce(Effect[] missed, bool all)
    {
        var details = missed.SelectMany(effect => (string[])[effect.Many]).Distinct(StringComparer.Ordinal).ToValueList();
        return all ? new Effect("", Leaning.NotEnforced, "cannot enforce any of it", "cannot enforce any of it", 85) { Details = details }
            : Array.TrueForAll(missed, effect => effect.IsProtection)
                ? new Effect("", Leaning.NotEnforced, "cannot enforce the protection in it", "cannot enforce the protection in it", 84)
                {
                    Details = details,
                }
            : new Effect("", Leaning.NotEnforced, "cannot enforce all of it", "cannot enforce all of it", 83) { Details = details };
    }
}
