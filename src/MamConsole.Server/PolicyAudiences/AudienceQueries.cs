using System.Buffers.Text;
using System.Globalization;
using System.Text;
using MamConsole.PolicyEngine.Assignment;
using MamConsole.Server.Access;
using MamConsole.Server.Entra;
using MamConsole.Server.Fleet;
using MamConsole.Server.Outcomes;
using MamConsole.Server.Policies;

namespace MamConsole.Server.PolicyAudiences;

/// <summary>
/// Lists the audience of a policy. The database counts and pages; only the PCs of a page are evaluated one by one, to state the reason.
/// </summary>
internal sealed class AudienceQueries(
    PolicyStore policies,
    VersionStore versions,
    ActivePolicyCache activePolicies,
    PolicyAudience audiences,
    FleetAudience fleet,
    DeviceStore devices,
    PersonGroupStore groups
)
{
    public const int MaximumTake = 200;

    public async Task<Outcome<PolicyAudiencePage>> GetAsync(
        Administrator who,
        string policyId,
        AudienceRequest request,
        CancellationToken ct
    )
    {
        if ((who.Lacks(Ability.ReadPolicies) ?? who.Lacks(Ability.ReadDevices)) is { } lacks)
        {
            return lacks;
        }

        if (await policies.FindAsync(policyId, ct) is not { } policy)
        {
            return new NotFound("This policy");
        }

        var after = request.After is null ? null : ReadKey(request.After);
        if (request.After is not null && after is null)
        {
            return new AudienceKeyUnknown();
        }

        var of = request.Of ?? (policy.VersionId is null ? AudienceSource.Draft : AudienceSource.Published);
        if (of == AudienceSource.Published && policy.VersionId is null)
        {
            return new NothingPublished();
        }

        var assignment =
            of == AudienceSource.Draft ? policy.Draft.Assignment : (await versions.DocumentAsync(policy.VersionId!.Value, ct)).Assignment;
        var audience = await audiences.OfAsync(assignment, policyId, ct);
        var part = request.Show == AudienceView.Getting ? AudiencePart.Getting : AudiencePart.Elsewhere;
        var take = Math.Clamp(request.Take, 1, MaximumTake);
        var members = await fleet.ListAsync(audience, part, after, take + 1, ct);
        var shown = members.Take(take).ToArray();
        var rule = AssignmentRule.Of(assignment);
        return new PolicyAudiencePage
        {
            PolicyId = policyId,
            PolicyName = policy.Name,
            Of = of,
            Number = of == AudienceSource.Published ? policy.Number : null,
            IsPublished = policy.VersionId is not null,
            Words = AssignmentSentence.Of(assignment),
            Priority = rule.Priority,
            Getting = await fleet.TotalAsync(audience, AudiencePart.Getting, ct),
            Elsewhere = await fleet.TotalAsync(audience, AudiencePart.Elsewhere, ct),
            Rows = await RowsAsync(shown, new Own(policyId, new AssignmentCandidate(policy.Name, policy.Key, rule)), ct),
            Next = members.Count > take ? WriteKey(shown[^1]) : null,
            Groups =
                rule.NamesGroups && await groups.SummaryAsync(ct) is { } summary
                    ? new AudienceGroups(summary.NeverRead, summary.Failing, summary.Oldest)
                    : null,
        };
    }

    private async Task<IReadOnlyList<AudienceRow>> RowsAsync(AudienceMember[] shown, Own own, CancellationToken ct)
    {
        Own[] all =
        [
            own,
            .. (await activePolicies.GetAsync(ct)).Where(h => h.PolicyId != own.PolicyId).Select(h => new Own(h.PolicyId, h.Candidate)),
        ];
        var records = (await devices.ListAsync([.. shown.Select(m => m.EnrollmentKey)], ct)).ToDictionary(
            d => d.Record.Enrollment.Key,
            d => d.Record.Enrollment
        );
        return [.. shown.Where(m => records.ContainsKey(m.EnrollmentKey)).Select(m => Row(records[m.EnrollmentKey], own, all))];
    }

    private static AudienceRow Row(EnrolledDevice device, Own own, IReadOnlyList<Own> all)
    {
        var answers = AssignmentChoice.Explain(device.Subject, all, p => p.Candidate);
        var winner = answers.FirstOrDefault(a => a.Wins)?.Policy;
        return new AudienceRow
        {
            DeviceId = device.Id,
            PersonName = device.PersonName,
            Upn = device.Upn,
            DeviceName = device.DeviceName,
            Build = device.OsBuild,
            Ring = device.Ring,
            Instead = winner is null || winner.PolicyId == own.PolicyId ? null : new OtherPolicy(winner.PolicyId, winner.Candidate.Name),
            Reason = answers.First(a => a.Policy.PolicyId == own.PolicyId).Words,
        };
    }

    private static string WriteKey(AudienceMember member) =>
        Base64Url.EncodeToString(
            Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{member.EnrollmentKey}:{member.SortName}"))
        );

    private static (string Name, long Key)? ReadKey(string text)
    {
        if (text.Length > 2048 || !Base64Url.IsValid(text))
        {
            return null;
        }

        return
            Encoding.UTF8.GetString(Base64Url.DecodeFromChars(text)).Split(':', 2) is [var key, var name]
            && long.TryParse(key, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? (name, number)
            : null;
    }

    /// <summary>A policy that a PC can get.</summary>
    private sealed record Own(string PolicyId, AssignmentCandidate Candidate);
}
