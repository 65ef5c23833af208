using System.Text.Json;
using Dapper;
using MamConsole.PolicyEngine.Assignment;
using MamConsole.Server.Access;
using MamConsole.Server.Entra;
using MamConsole.Server.Fleet;
using MamConsole.Server.Outcomes;
using MamConsole.Server.Policies;
using MamConsole.Server.Storage;

namespace MamConsole.Server.Devices;

/// <summary>Explains the policy that a PC gets, by the rules that its next check-in applies to the policies in force.</summary>
internal sealed class AssignmentQueries(Database database, DeviceStore devices, ActivePolicyCache activePolicies, PersonGroupStore groups)
{
    public async Task<Outcome<DeviceAssignment>> GetAsync(Administrator who, string deviceId, CancellationToken ct)
    {
        if (who.Lacks(Ability.ReadDevices) is { } lacks)
        {
            return lacks;
        }

        if (await devices.FindAsync(deviceId, ct) is not { Enrollment: var device })
        {
            return new NotFound("This device");
        }

        var published = await activePolicies.GetAsync(ct);
        var answers = AssignmentChoice.Explain(device.Subject, published, activePolicy => activePolicy.Candidate);
        var state = await groups.StateAsync(device.ObjectId, ct);
        return new DeviceAssignment
        {
            PolicyId = answers.FirstOrDefault(a => a.Wins)?.Policy.PolicyId,
            Policies = [.. answers.Select(Reason)],
            Ring = device.Ring,
            KnownRings = await RingsAsync(published, ct),
            GroupsReadAt = state.ReadAt,
            GroupsFault = state.Fault,
            GroupsMatter = published.Any(p => p.Candidate.Rule.IsForSomebody && p.Candidate.Rule.NamesGroups),
        };
    }

    private async Task<IReadOnlyList<string>> RingsAsync(IReadOnlyList<ActivePolicy> published, CancellationToken ct)
    {
        var used = await database.ReadAsync(
            async c =>
                (
                    await c.QueryAsync<string>(
                        new CommandDefinition("SELECT DISTINCT ring FROM enrollments WHERE ended_at IS NULL", cancellationToken: ct)
                    )
                ).AsList(),
            ct
        );
        return
        [
            .. used.Concat(published.SelectMany(p => p.Candidate.Rule.Rings))
                .Append(RingName.Usual)
                .Distinct(StringComparer.OrdinalIgnoreCase)
                .Order(StringComparer.OrdinalIgnoreCase),
        ];
    }

    private static PolicyReason Reason(AssignmentAnswer<ActivePolicy> answer)
    {
        var activePolicy = answer.Policy;
        var reason =
            answer.Wins ? "wins"
            : answer.Mismatch is { } mismatch ? JsonNamingPolicy.CamelCase.ConvertName($"{mismatch}")
            : "comesLater";
        return new PolicyReason(
            activePolicy.PolicyId,
            activePolicy.Name,
            activePolicy.Number,
            activePolicy.Candidate.Rule.Priority,
            AssignmentSentence.Of(activePolicy.Assignment),
            answer.Wins,
            answer.Matches,
            reason,
            answer.Words
        );
    }
}
