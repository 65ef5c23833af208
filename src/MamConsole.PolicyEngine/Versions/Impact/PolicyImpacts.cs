using MamConsole.PolicyEngine.Assignment;
using MamConsole.PolicyEngine.Authoring;
using MamConsole.PolicyEngine.Deployment;
using MamConsole.PolicyEngine.NetworkBoundary;
using MamConsole.PolicyEngine.Values;

namespace MamConsole.PolicyEngine.Versions.Impact;

/// <summary>Counts what a policy would do to the PCs that would get it.</summary>
public static class PolicyImpacts
{
    /// <param name="groups">The PCs that would get it, by where they stand.</param>
    /// <param name="documents">What the versions say that they stand on; 0 may be left out.</param>
    /// <param name="to">What they would get.</param>
    /// <param name="unassigned">PCs that have the policy and would no longer get it.</param>
    public static ImpactForecast Count(
        IReadOnlyCollection<DeviceGroup> groups,
        IReadOnlyDictionary<long, WrittenPolicy> documents,
        WrittenPolicy to,
        int unassigned = 0
    )
    {
        ArgumentNullException.ThrowIfNull(groups);
        ArgumentNullException.ThrowIfNull(documents);
        ArgumentNullException.ThrowIfNull(to);

        var steps = groups
            .Select(group => group.VersionId)
            .Distinct()
            .ToDictionary(id => id, id => ImpactFinder.Between(id == 0 ? new WrittenPolicy() : documents[id], to));
        var summary = new ImpactSummary();
        foreach (var group in groups)
        {
            Add(summary, group, steps[group.VersionId]);
        }

        summary.AddUnassigned(unassigned);
        return new ImpactForecast(
            groups.Sum(group => group.Devices),
            summary.Unchanged,
            summary.Sentence(groups.Sum(group => group.Devices)),
            summary.Rows()
        );
    }

    private static void Add(ImpactSummary summary, DeviceGroup group, IReadOnlyList<PolicyImpact> effects)
    {
        var hasNoWip = group.Build >= DeviceCapability.FirstBuildWithoutWip;

        // Nothing is taken from a PC that never protected anything.
        var desired = effects
            .Where(impact => !(hasNoWip && impact is { IsProtection: true, StrictnessChange: StrictnessChange.Looser }))
            .ToArray();
        var missed = desired.Where(impact => (hasNoWip && impact.IsProtection) || group.Build < impact.MinimumBuild).ToArray();
        var taken = desired.Except(missed).ToArray();
        foreach (var impact in taken)
        {
            summary.Add(impact, group);
        }

        if (missed.Length > 0)
        {
            summary.Add(CannotEnforce(missed, all: taken.Length == 0), group);
        }

        if (
            !hasNoWip
            && Editions.FamilyOf(group.Edition) == EditionFamily.Home
            && Array.Exists(taken, impact => impact.Area == NetworkBoundaryWords.Area)
        )
        {
            summary.Add(HomeEdition, group);
        }

        if (desired.Length == 0)
        {
            summary.AddUnchanged(group);
        }
        else if (group.IsStale)
        {
            summary.Add(Stale, group);
        }
    }

    private static readonly PolicyImpact HomeEdition = new(
        "",
        StrictnessChange.Unsure,
        "may not take the boundary (Home edition)",
        "may not take the boundary (Home edition)",
        8
    )
    {
        Details = ["Microsoft’s MAM article includes Home editions, the boundary’s own description leaves them out."],
    };

    private static readonly PolicyImpact Stale = new(
        "",
        StrictnessChange.Neutral,
        "has been silent for long and gets it when it comes back",
        "have been silent for long and get it when they come back",
        10
    );

    private static PolicyImpact CannotEnforce(PolicyImpact[] missed, bool all)
    {
        var details = missed.SelectMany(impact => (string[])[impact.Many]).Distinct(StringComparer.Ordinal).ToValueList();
        return all
                ? new PolicyImpact("", StrictnessChange.NotEnforced, "cannot enforce any of it", "cannot enforce any of it", 85)
                {
                    Details = details,
                }
            : Array.TrueForAll(missed, impact => impact.IsProtection)
                ? new PolicyImpact(
                    "",
                    StrictnessChange.NotEnforced,
                    "cannot enforce the protection in it",
                    "cannot enforce the protection in it",
                    84
                )
                {
                    Details = details,
                }
            : new PolicyImpact("", StrictnessChange.NotEnforced, "cannot enforce all of it", "cannot enforce all of it", 83)
            {
                Details = details,
            };
    }
}
