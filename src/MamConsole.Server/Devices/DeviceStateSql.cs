using System.Globalization;
using Dapper;
using MamConsole.Server.Fleet;
using MamConsole.Server.Policies;
using MamConsole.Server.Storage;

namespace MamConsole.Server.Devices;

/// <summary>
/// The states of devices as SQL, built for each query from the policies in force: publishing writes nothing to the devices' rows. Over
/// <c>enrollments e</c> and <c>device_state s</c>.
/// </summary>
internal sealed class DeviceStateSql
{
    private readonly DeviceStateTerms terms;

    /// <param name="dialect">The database's.</param>
    /// <param name="published">The policies in force.</param>
    /// <param name="now">Determines which devices are stale.</param>
    public DeviceStateSql(Dialect dialect, IReadOnlyList<ActivePolicy> published, DateTimeOffset now)
    {
        var audience = new AudienceSql(dialect);
        terms = new DeviceStateTerms(AssignedBy(audience, published), RequiresWip(published));
        Values = audience.Values;
        Values.Add("staleBefore", StaleBefore(now).ToUnixTimeMilliseconds());
        State = $"(CASE {string.Join(' ', DeviceStateRule.InOrder.Select(r => $"WHEN {r.Condition(terms)} THEN {(int)r.State}"))} END)";
    }

    /// <summary>What the expressions refer to.</summary>
    public DynamicParameters Values { get; }

    /// <summary>The number of the device's <see cref="DeviceState"/>.</summary>
    public string State { get; }

    /// <summary>The version that the device's assignment gives it now; 0 = no policy.</summary>
    public string Assigned => terms.Assigned;

    /// <summary>Contact before this time is too long ago; in whole milliseconds, so that C# and SQL use the same limit.</summary>
    public static DateTimeOffset StaleBefore(DateTimeOffset now) =>
        DateTimeOffset.FromUnixTimeMilliseconds((now - FleetCounters.StaleAfter).ToUnixTimeMilliseconds());

    /// <summary>The first rank that matches, as <see cref="PolicyEngine.Assignment.AssignmentChoice"/> chooses.</summary>
    private static string AssignedBy(AudienceSql audience, IReadOnlyList<ActivePolicy> published)
    {
        var cases = new List<string>();
        foreach (var policy in published.Where(p => p.Candidate.Rule.IsForSomebody).OrderBy(p => p.Candidate.Rank))
        {
            var id = policy.VersionId.ToString(CultureInfo.InvariantCulture);
            if (policy.Candidate.Rule.IsForAll)
            {
                // This policy matches every device, so lower ranks are not evaluated.
                return cases.Count == 0 ? id : $"(CASE {string.Join(' ', cases)} ELSE {id} END)";
            }

            cases.Add($"WHEN {audience.Matches(policy.Candidate.Rule)} THEN {id}");
        }

        return cases.Count == 0 ? "0" : $"(CASE {string.Join(' ', cases)} ELSE 0 END)";
    }

    private static string RequiresWip(IReadOnlyList<ActivePolicy> published)
    {
        var ids = published.Where(p => p.EnforcesWip).Select(p => p.VersionId.ToString(CultureInfo.InvariantCulture)).ToArray();
        return ids.Length == 0 ? "FALSE" : $"s.acknowledged IN ({string.Join(", ", ids)})";
    }
}
