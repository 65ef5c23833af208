using MamConsole.Server.Fleet;
using MamConsole.Server.Policies;

namespace MamConsole.Server.Shell;

/// <summary>The number of PCs with one version, newest published first.</summary>
internal sealed record VersionInUse(string Policy, string? PolicyId, string Version, bool IsPublished, long Devices)
{
    /// <summary>The published versions by policy, then the PCs with older versions and with none.</summary>
    public static IReadOnlyList<VersionInUse> List(IReadOnlyList<PolicyListItem> policies, IReadOnlyList<VersionCount> counts)
    {
        var byId = counts.ToDictionary(c => c.VersionId, c => c.Devices);
        var published = policies
            .Where(p => p.VersionId is not null)
            .Select(p => new VersionInUse(p.Name, p.PolicyId, $"{p.PublishedNumber}", true, byId.GetValueOrDefault(p.VersionId!.Value)));
        var current = policies.Select(p => p.VersionId ?? 0).ToHashSet();
        var older = counts.Where(c => c.VersionId != 0 && !current.Contains(c.VersionId)).Sum(c => c.Devices);
        var none = byId.GetValueOrDefault(0);
        return
        [
            .. published,
            .. older > 0 ? [new VersionInUse("Any policy", null, "older", false, older)] : Array.Empty<VersionInUse>(),
            .. none > 0 ? [new VersionInUse("No policy", null, "nothing yet", false, none)] : Array.Empty<VersionInUse>(),
        ];
    }
}
