using MamConsole.PolicyEngine.Assignment;
using MamConsole.PolicyEngine.Authoring;
using MamConsole.PolicyEngine.Deployment;
using MamConsole.PolicyEngine.NetworkBoundary;
using MamConsole.PolicyEngine.Values;

namespace MamConsole.PolicyEngine.Versions.Impact;

/// <summary>Counts the effects of a policy on the PCs that would get it.</summary>
public static class PolicyImpacts
{
    /// <param name="groups">The PCs that would get the policy, grouped by their version and Windows.</param>
    /// <param name="documents">The documents of the versions that the PCs have; 0 may be omitted.</param>
    /// <param name="to">The new policy.</param>
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

        // A PC whose Windows never enforced WIP loses nothing.
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
        "may not accept the network boundary (Home edition)",
        "may not accept the network boundary (Home edition)",
        8
    )
    {
        Details = ["Microsoft’s MAM article includes Home editions; the description of the network boundary excludes them."],
    };

    private static readonly PolicyImpact Stale = new(
        "",
        StrictnessChange.Neutral,
        "has not been seen for a long time and gets it at its next check-in",
        "have not been seen for a long time and get it at their next check-in",
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
                    "cannot enforce its WIP settings",
                    "cannot enforce its WIP settings",
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
