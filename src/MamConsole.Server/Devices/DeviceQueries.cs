using System.Buffers.Text;
using System.Text;
using Dapper;
using MamConsole.Server.Access;
using MamConsole.Server.Fleet;
using MamConsole.Server.Outcomes;
using MamConsole.Server.Policies;
using MamConsole.Server.Storage;

namespace MamConsole.Server.Devices;

/// <summary>Reads devices for the console and the API. Lists continue after a key, not at a page number.</summary>
internal sealed class DeviceQueries(
    Database database,
    DeviceStore devices,
    FleetCounters counters,
    ActivePolicyCache activePolicies,
    DeviceReport report,
    TimeProvider time
)
{
    public const int MaximumTake = 200;

    public async Task<Outcome<DevicePage>> ListAsync(Administrator who, DeviceFilter filter, CancellationToken ct)
    {
        if (who.Lacks(Ability.ReadDevices) is { } lacking)
        {
            return lacking;
        }

        var after = ("", 0L);
        if (filter.After is not null && !TryReadKey(filter.After, out after))
        {
            return new PageKeyUnknown();
        }

        var take = Math.Clamp(filter.Take, 1, MaximumTake);
        var published = await activePolicies.GetAsync(ct);
        var sql = new DeviceStateSql(database.Dialect, published, time.GetUtcNow());
        var where = Where(filter, sql, published);
        var parameters = sql.Values;
        parameters.AddDynamicParams(
            new
            {
                take = take + 1,
                name = after.Item1,
                key = after.Item2,
                search = LikePattern.Containing(filter.Search?.Trim().ToLowerInvariant() ?? ""),
                state = (int?)filter.State,
            }
        );
        var rows = await database.ReadAsync(
            async c =>
                (
                    await c.QueryAsync<Row>(
                        new CommandDefinition(
                            $"""
                            SELECT e.enrollment_id, e.sort_name, e.enrollment_key FROM enrollments e JOIN device_state s
                                ON s.enrollment_key = e.enrollment_key
                            WHERE {where} {(filter.After is null ? "" : "AND (e.sort_name, e.enrollment_key) > (@name, @key)")}
                            ORDER BY e.sort_name, e.enrollment_key LIMIT @take
                            """,
                            parameters,
                            cancellationToken: ct
                        )
                    )
                ).AsList(),
            ct
        );

        // The time to count rows grows with their number, so a stored counter gives the number of the whole list.
        var total =
            filter is { State: null, PolicyId: null } && string.IsNullOrWhiteSpace(filter.Search)
                ? await counters.EnrolledAsync(ct)
                : await database.ReadAsync(
                    c =>
                        c.ExecuteScalarAsync<long>(
                            new CommandDefinition(
                                "SELECT count(*) FROM enrollments e JOIN device_state s ON s.enrollment_key = e.enrollment_key WHERE "
                                    + $"{where}",
                                parameters,
                                cancellationToken: ct
                            )
                        ),
                    ct
                );

        var shown = rows.Take(take).ToArray();
        var found = await devices.ListAsync([.. shown.Select(r => r.EnrollmentKey)], ct);
        var list = new List<DeviceRow>(shown.Length);
        var byKey = found.ToDictionary(d => d.Record.Enrollment.Key);
        foreach (var device in shown.Select(r => byKey[r.EnrollmentKey]))
        {
            list.Add(await report.RowAsync(device.Record, device.Model, published, ct));
        }

        return new DevicePage(list, rows.Count > take ? WriteKey(shown[^1]) : null, total);
    }

    public async Task<Outcome<DeviceDetail>> GetAsync(Administrator who, string id, CancellationToken ct)
    {
        if (who.Lacks(Ability.ReadDevices) is { } lacking)
        {
            return lacking;
        }

        return await devices.FindAsync(id, ct) is { } device
            ? await report.DetailAsync(device, await activePolicies.GetAsync(ct), ct)
            : new NotFound("This device");
    }

    /// <summary>The condition of a filter; without a state, that of all enrolled devices.</summary>
    private static string Where(DeviceFilter filter, DeviceStateSql sql, IReadOnlyList<ActivePolicy> published)
    {
        var conditions = new List<string> { filter.State is null ? "e.ended_at IS NULL" : $"{sql.State} = @state" };
        if (!string.IsNullOrWhiteSpace(filter.Search))
        {
            conditions.Add(
                $"(e.sort_name LIKE @search {LikePattern.Escape} OR lower(e.upn) LIKE @search {LikePattern.Escape} OR "
                    + $"lower(e.device_name) LIKE @search {LikePattern.Escape})"
            );
        }

        if (filter.PolicyId is { } policyId)
        {
            var version = published.FirstOrDefault(p => p.PolicyId == policyId)?.VersionId;
            conditions.Add(
                version is { } id ? $"{sql.Assigned} = {id.ToString(System.Globalization.CultureInfo.InvariantCulture)}" : "FALSE"
            );
        }

        return string.Join(" AND ", conditions);
    }

    private static string WriteKey(Row row) => Base64Url.EncodeToString(Encoding.UTF8.GetBytes($"{row.EnrollmentKey}:{row.SortName}"));

    private static bool TryReadKey(string text, out (string Name, long Key) key)
    {
        key = default;
        if (text.Length > 2048 || !Base64Url.IsValid(text))
        {
            return false;
        }

        var parts = Encoding.UTF8.GetString(Base64Url.DecodeFromChars(text)).Split(':', 2);
        if (
            parts.Length != 2
            || !long.TryParse(
                parts[0],
                System.Globalization.NumberStyles.None,
                System.Globalization.CultureInfo.InvariantCulture,
                out var number
            )
        )
        {
            return false;
        }

        key = (parts[1], number);
        return true;
    }

    private sealed class Row
    {
        public required string EnrollmentId { get; init; }
        public required string SortName { get; init; }
        public required long EnrollmentKey { get; init; }
    }
}
