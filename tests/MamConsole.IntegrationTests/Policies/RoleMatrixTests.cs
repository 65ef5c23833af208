using System.Collections.Frozen;
using MamConsole.IntegrationTests.Storage;
using MamConsole.PolicyEngine.Eas;
using MamConsole.PolicyEngine.PolicyFile;
using MamConsole.PolicyEngine.Values;
using MamConsole.Server.Access;
using MamConsole.Server.AppInspection;
using MamConsole.Server.Audit;
using MamConsole.Server.Calculators;
using MamConsole.Server.ExchangeForecast;
using MamConsole.Server.ExchangePolicy;
using MamConsole.Server.ImportExport;
using MamConsole.Server.Outcomes;
using MamConsole.Server.Policies;
using MamConsole.Server.Policies.History;
using MamConsole.Server.PolicyAudiences;
using MamConsole.Server.Secrets;
using MamConsole.Server.Shell;
using MamConsole.Server.TermsOfUse;

namespace MamConsole.IntegrationTests.Policies;

/// <summary>Every use case and query × every role × both databases. A use case that is missing in the table fails the test.</summary>
public sealed class RoleMatrixTests
{
    private static readonly AppRole[] Edit = [AppRole.Author];
    private static readonly AppRole[] Publish = [AppRole.Publisher, AppRole.Owner];
    private static readonly AppRole[] Comment = [AppRole.Author, AppRole.Publisher, AppRole.Owner, AppRole.Auditor];
    private static readonly AppRole[] Settings = [AppRole.Owner];
    private static readonly AppRole[] Read = Enum.GetValues<AppRole>();

    private static readonly Dictionary<
        string,
        (AppRole[] Allowed, Func<PolicyTestHost, string, Administrator, Task<Problem?>> Call)
    > Table = new()
    {
        ["CreatePolicy.ExecuteAsync"] = (
            Edit,
            async (host, _, who) =>
                (await host.Get<CreatePolicy>().ExecuteAsync(who, $"New {Guid.NewGuid()}", null, Cancel)).ProblemOrNull()
        ),
        ["RenamePolicy.ExecuteAsync"] = (
            Edit,
            async (host, id, who) =>
                (await host.Get<RenamePolicy>().ExecuteAsync(who, id, $"Renamed {Guid.NewGuid()}", Cancel)).ProblemOrNull()
        ),
        ["SaveDraft.ExecuteAsync"] = (
            Edit,
            async (host, id, who) => (await host.Get<SaveDraft>().ExecuteAsync(who, id, 1, PolicyTestHost.Lock(9), Cancel)).ProblemOrNull()
        ),
        ["DiscardDraft.ExecuteAsync"] = (
            Edit,
            async (host, id, who) => (await host.Get<DiscardDraft>().ExecuteAsync(who, id, 1, Cancel)).ProblemOrNull()
        ),
        ["PublishPolicy.ExecuteAsync"] = (
            Publish,
            async (host, id, who) =>
                (
                    await host.Get<PublishPolicy>().ExecuteAsync(who, id, new PublishRequest { DraftRevision = 1, Reason = "Test" }, Cancel)
                ).ProblemOrNull()
        ),
        ["RollBackPolicy.ExecuteAsync"] = (
            Publish,
            async (host, id, who) =>
                (
                    await host.Get<RollBackPolicy>()
                        .ExecuteAsync(
                            who,
                            id,
                            new RollBackRequest
                            {
                                ToNumber = 1,
                                ExpectedCurrentNumber = 0,
                                Reason = "Test",
                            },
                            Cancel
                        )
                ).ProblemOrNull()
        ),
        ["PolicyQueries.ListAsync"] = (
            Read,
            async (host, _, who) => (await host.Get<PolicyQueries>().ListAsync(who, Cancel)).ProblemOrNull()
        ),
        ["PolicyQueries.GetAsync"] = (
            Read,
            async (host, id, who) => (await host.Get<PolicyQueries>().GetAsync(who, id, Cancel)).ProblemOrNull()
        ),
        ["PolicyQueries.ReviewAsync"] = (
            Read,
            async (host, id, who) => (await host.Get<PolicyQueries>().ReviewAsync(who, id, Cancel)).ProblemOrNull()
        ),
        ["PolicyQueries.VersionsAsync"] = (
            Read,
            async (host, id, who) => (await host.Get<PolicyQueries>().VersionsAsync(who, id, null, 10, Cancel)).ProblemOrNull()
        ),
        ["PolicyQueries.VersionAsync"] = (
            Read,
            async (host, id, who) => (await host.Get<PolicyQueries>().VersionAsync(who, new(id, 1), Cancel)).ProblemOrNull()
        ),
        ["PolicyQueries.CompareAsync"] = (
            Read,
            async (host, id, who) => (await host.Get<PolicyQueries>().CompareAsync(who, id, 0, 1, Cancel)).ProblemOrNull()
        ),
        ["ImpactQueries.CountAsync"] = (
            Read,
            async (host, id, who) => (await host.Get<ImpactQueries>().CountAsync(who, id, VersionSelector.Draft, Cancel)).ProblemOrNull()
        ),
        ["CommentOnVersion.ExecuteAsync"] = (
            Comment,
            async (host, id, who) => (await host.Get<CommentOnVersion>().ExecuteAsync(who, new(id, 1), "So it is", Cancel)).ProblemOrNull()
        ),
        ["CommentQueries.ListAsync"] = (
            Read,
            async (host, id, who) => (await host.Get<CommentQueries>().ListAsync(who, new(id, 1), null, 10, Cancel)).ProblemOrNull()
        ),
        ["CommentQueries.OfVersionsAsync"] = (
            Read,
            async (host, id, who) => (await host.Get<CommentQueries>().OfVersionsAsync(who, id, 1, 9, Cancel)).ProblemOrNull()
        ),
        ["HandoffQueries.CheckAsync"] = (
            Read,
            async (host, id, who) => (await host.Get<HandoffQueries>().CheckAsync(who, id, Cancel)).ProblemOrNull()
        ),
        ["RecordExchangePolicy.ExecuteAsync"] = (
            Edit,
            async (host, _, who) =>
                (
                    await host.Get<RecordExchangePolicy>()
                        .ExecuteAsync(who, 0, new NewExchangePolicy { Elements = EasPolicy.Empty }, Cancel)
                ).ProblemOrNull()
        ),
        ["ExchangeQueries.CurrentAsync"] = (
            Read,
            async (host, _, who) => (await host.Get<ExchangeQueries>().CurrentAsync(who, Cancel)).ProblemOrNull()
        ),
        ["ExchangeQueries.GetAsync"] = (
            Read,
            async (host, _, who) => (await host.Get<ExchangeQueries>().GetAsync(who, 1, Cancel)).ProblemOrNull()
        ),
        ["ExchangeQueries.ListAsync"] = (
            Read,
            async (host, _, who) => (await host.Get<ExchangeQueries>().ListAsync(who, null, 10, Cancel)).ProblemOrNull()
        ),
        ["ExchangeQueries.ForecastAsync"] = (
            Read,
            async (host, id, who) =>
                (
                    await host.Get<ExchangeQueries>().ForecastAsync(who, id, new ForecastQuestion(EasOrder.EasAfterMam), Cancel)
                ).ProblemOrNull()
        ),
        ["EvaluateEas.ExecuteAsync"] = (
            Read,
            async (host, _, who) =>
                (await host.Get<EvaluateEas>().ExecuteAsync(who, new EasQuestion(LockNodes.None, EasPolicy.Empty))).ProblemOrNull()
        ),
        ["EvaluateHandoff.ExecuteAsync"] = (
            Read,
            async (host, _, who) =>
                (
                    await host.Get<EvaluateHandoff>().ExecuteAsync(who, new HandoffQuestion(WindowsEdition.Pro, 22631, true, "contoso.com"))
                ).ProblemOrNull()
        ),
        ["CheckProgramFile.ExecuteAsync"] = (
            Read,
            async (host, _, who) => (await host.Get<CheckProgramFile>().ExecuteAsync(who, Stream.Null, Cancel)).ProblemOrNull()
        ),
        ["FindApps.ExecuteAsync"] = (Read, async (host, _, who) => (await host.Get<FindApps>().ExecuteAsync(who, "edge")).ProblemOrNull()),
        ["ReadPastedApps.ExecuteAsync"] = (
            Read,
            async (host, _, who) => (await host.Get<ReadPastedApps>().ExecuteAsync(who, new PastedText(""))).ProblemOrNull()
        ),
        ["ImportPolicy.ExecuteAsync"] = (
            Edit,
            async (host, _, who) =>
                (
                    await host.Get<ImportPolicy>()
                        .ExecuteAsync(
                            who,
                            new ImportRequest
                            {
                                File = PolicyFileWriter.Write(new NamedPolicy($"Imported {Guid.NewGuid()}", PolicyTestHost.Lock(5))),
                                Commit = true,
                            },
                            Cancel
                        )
                ).ProblemOrNull()
        ),
        ["ExportPolicy.ExecuteAsync"] = (
            Read,
            async (host, id, who) => (await host.Get<ExportPolicy>().ExecuteAsync(who, id, ExportFormat.Html, null, Cancel)).ProblemOrNull()
        ),
        ["StoreSecret.ExecuteAsync"] = (
            Edit,
            async (host, _, who) =>
                (
                    await host.Get<StoreSecret>().ExecuteAsync(who, new NewSecret(SecretKind.ScepChallenge, "challenge"), Cancel)
                ).ProblemOrNull()
        ),
        ["StorePfx.ExecuteAsync"] = (
            Edit,
            async (host, _, who) =>
                (await host.Get<StorePfx>().ExecuteAsync(who, new NewPfx(SecretSamples.Pfx("pass"), "pass"), Cancel)).ProblemOrNull()
        ),
        ["AudienceQueries.GetAsync"] = (
            Read,
            async (host, id, who) => (await host.Get<AudienceQueries>().GetAsync(who, id, new AudienceRequest(), Cancel)).ProblemOrNull()
        ),
        ["FindGroups.ExecuteAsync"] = (
            Edit,
            async (host, _, who) => (await host.Get<FindGroups>().ExecuteAsync(who, "Sales", Cancel)).ProblemOrNull()
        ),
        ["PublishTerms.ExecuteAsync"] = (
            Settings,
            async (host, _, who) =>
                (await host.Get<PublishTerms>().ExecuteAsync(who, 0, new NewTerms("Be kind.", false), Cancel)).ProblemOrNull()
        ),
        ["TermsQueries.CurrentAsync"] = (
            Read,
            async (host, _, who) => (await host.Get<TermsQueries>().CurrentAsync(who, Cancel)).ProblemOrNull()
        ),
        ["TermsQueries.GetAsync"] = (
            Read,
            async (host, _, who) => (await host.Get<TermsQueries>().GetAsync(who, 1, Cancel)).ProblemOrNull()
        ),
        ["TermsQueries.ListAsync"] = (
            Read,
            async (host, _, who) => (await host.Get<TermsQueries>().ListAsync(who, null, 10, Cancel)).ProblemOrNull()
        ),
        ["AuditQueries.PageAsync"] = (
            Read,
            async (host, _, who) => (await host.Get<AuditQueries>().PageAsync(who, new AuditFilter(), Cancel)).ProblemOrNull()
        ),
    };

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public void RoleTable_ContainsEveryUseCaseAndQuery()
    {
        string[] roots =
        [
            "MamConsole.Server.Policies",
            "MamConsole.Server.Calculators",
            "MamConsole.Server.ExchangeForecast",
            "MamConsole.Server.ExchangePolicy",
            "MamConsole.Server.ImportExport",
            "MamConsole.Server.Policies.History",
            "MamConsole.Server.AppInspection",
            "MamConsole.Server.PolicyAudiences",
            "MamConsole.Server.Secrets",
            "MamConsole.Server.TermsOfUse",
            "MamConsole.Server.Shell",
        ];
        var found = typeof(PolicyQueries)
            .Assembly.GetTypes()
            .Where(type => roots.Contains(type.Namespace) && !type.IsNested)
            .SelectMany(type =>
                type.GetMethods()
                    .Where(method =>
                        method.DeclaringType == type
                        && method.GetParameters() is [{ } first, ..]
                        && first.ParameterType == typeof(Administrator)
                    )
            )
            .Where(method => !method.IsStatic && !method.IsSpecialName && method.DeclaringType != typeof(Publication))
            .Select(method => $"{method.DeclaringType!.Name}.{method.Name}")
            .ToHashSet();

        Assert.Equal(found.Order(), Table.Keys.Order());
    }

    [Theory, EveryDatabase]
    public async Task UseCases_AllowExactlyTheRolesOfTheTable(string provider)
    {
        await using var host = new PolicyTestHost(provider);
        var wrong = new List<string>();
        foreach (var (name, (allowed, call)) in Table)
        {
            foreach (var who in People(allowed is [AppRole.Owner, AppRole.Author, ..]))
            {
                // Each call uses a new policy, so that no call is affected by another one.
                var policyId = await host.CreateAsync(PolicyTestHost.Lock(5), $"{Guid.NewGuid()}");
                var before = await host.CountAsync("audit_events");

                var problem = await call(host, policyId, who.Person);

                var expected = who.Person.Roles.Overlaps(allowed) && who.MayChange;
                if (problem is NotAllowed == expected)
                {
                    wrong.Add($"{name} by {who.Person.Name}: {(expected ? "refused" : "allowed")}");
                }

                if (problem is NotAllowed && await host.CountAsync("audit_events") != before)
                {
                    wrong.Add($"{name} by {who.Person.Name}: refused, but written");
                }
            }
        }

        Assert.Empty(wrong);
    }

    private static IEnumerable<(Administrator Person, bool MayChange)> People(bool reading)
    {
        foreach (var role in Enum.GetValues<AppRole>())
        {
            yield return (PolicyTestHost.Person($"{role}", role), true);
        }

        yield return (PolicyTestHost.Person("nobody"), true);
        yield return (
            new Administrator(Guid.NewGuid(), "a program with every role", Enum.GetValues<AppRole>().ToFrozenSet(), AppOnly: true),
            reading
        );
    }
}
