using System.Collections.Frozen;
using MamConsole.IntegrationTests.Storage;
using MamConsole.PolicyEngine.Eas;
using MamConsole.PolicyEngine.PolicyFile;
using MamConsole.PolicyEngine.Values;
using MamConsole.Server;
using MamConsole.Server.Access;
using MamConsole.Server.Audit;
using MamConsole.Server.Enrollment.TermsOfUse;
using MamConsole.Server.Policies;
using MamConsole.Server.Policies.Calculators;
using MamConsole.Server.Policies.Exchange;
using MamConsole.Server.Policies.Files;
using MamConsole.Server.Policies.History;
using MamConsole.Server.Policies.Programs;
using MamConsole.Server.Policies.Reach;
using MamConsole.Server.Policies.Secrets;
using MamConsole.Server.Shell;

namespace MamConsole.IntegrationTests.Policies;

/// <summary>Every use case and query × every role × both databases. One that is not listed here fails the test.</summary>
public sealed class RoleMatrixTests
{
    private static readonly AppRole[] Edit = [AppRole.Author];
    private static readonly AppRole[] Publish = [AppRole.Publisher, AppRole.Owner];
    private static readonly AppRole[] Comment = [AppRole.Author, AppRole.Publisher, AppRole.Owner, AppRole.Auditor];
    private static readonly AppRole[] Settings = [AppRole.Owner];
    private static readonly AppRole[] Read = Enum.GetValues<AppRole>();

    private static readonly Dictionary<string, (AppRole[] Allowed, Func<PolicyRoom, string, Administrator, Task<Problem?>> Call)> Table =
        new()
        {
            ["CreatePolicy.ExecuteAsync"] = (
                Edit,
                async (room, _, who) =>
                    (await room.Get<CreatePolicy>().ExecuteAsync(who, $"New {Guid.NewGuid()}", null, Cancel)).ProblemOrNull()
            ),
            ["RenamePolicy.ExecuteAsync"] = (
                Edit,
                async (room, id, who) =>
                    (await room.Get<RenamePolicy>().ExecuteAsync(who, id, $"Renamed {Guid.NewGuid()}", Cancel)).ProblemOrNull()
            ),
            ["SaveDraft.ExecuteAsync"] = (
                Edit,
                async (room, id, who) => (await room.Get<SaveDraft>().ExecuteAsync(who, id, 1, PolicyRoom.Lock(9), Cancel)).ProblemOrNull()
            ),
            ["DiscardDraft.ExecuteAsync"] = (
                Edit,
                async (room, id, who) => (await room.Get<DiscardDraft>().ExecuteAsync(who, id, 1, Cancel)).ProblemOrNull()
            ),
            ["PublishPolicy.ExecuteAsync"] = (
                Publish,
                async (room, id, who) =>
                    (
                        await room.Get<PublishPolicy>()
                            .ExecuteAsync(who, id, new PublishRequest { DraftRevision = 1, Reason = "Test" }, Cancel)
                    ).ProblemOrNull()
            ),
            ["RollBackPolicy.ExecuteAsync"] = (
                Publish,
                async (room, id, who) =>
                    (
                        await room.Get<RollBackPolicy>()
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
                async (room, _, who) => (await room.Get<PolicyQueries>().ListAsync(who, Cancel)).ProblemOrNull()
            ),
            ["PolicyQueries.GetAsync"] = (
                Read,
                async (room, id, who) => (await room.Get<PolicyQueries>().GetAsync(who, id, Cancel)).ProblemOrNull()
            ),
            ["PolicyQueries.ReviewAsync"] = (
                Read,
                async (room, id, who) => (await room.Get<PolicyQueries>().ReviewAsync(who, id, Cancel)).ProblemOrNull()
            ),
            ["PolicyQueries.VersionsAsync"] = (
                Read,
                async (room, id, who) => (await room.Get<PolicyQueries>().VersionsAsync(who, id, null, 10, Cancel)).ProblemOrNull()
            ),
            ["PolicyQueries.VersionAsync"] = (
                Read,
                async (room, id, who) => (await room.Get<PolicyQueries>().VersionAsync(who, id, 1, Cancel)).ProblemOrNull()
            ),
            ["PolicyQueries.CompareAsync"] = (
                Read,
                async (room, id, who) => (await room.Get<PolicyQueries>().CompareAsync(who, id, 0, 1, Cancel)).ProblemOrNull()
            ),
            ["EffectQueries.CountAsync"] = (
                Read,
                async (room, id, who) => (await room.Get<EffectQueries>().CountAsync(who, id, VersionPick.Draft, Cancel)).ProblemOrNull()
            ),
            ["CommentOnVersion.ExecuteAsync"] = (
                Comment,
                async (room, id, who) => (await room.Get<CommentOnVersion>().ExecuteAsync(who, id, 1, "So it is", Cancel)).ProblemOrNull()
            ),
            ["CommentQueries.ListAsync"] = (
                Read,
                async (room, id, who) => (await room.Get<CommentQueries>().ListAsync(who, id, 1, null, 10, Cancel)).ProblemOrNull()
            ),
            ["CommentQueries.OfVersionsAsync"] = (
                Read,
                async (room, id, who) => (await room.Get<CommentQueries>().OfVersionsAsync(who, id, 1, 9, Cancel)).ProblemOrNull()
            ),
            ["HandoffQueries.CheckAsync"] = (
                Read,
                async (room, id, who) => (await room.Get<HandoffQueries>().CheckAsync(who, id, Cancel)).ProblemOrNull()
            ),
            ["RecordExchangePolicy.ExecuteAsync"] = (
                Edit,
                async (room, _, who) =>
                    (
                        await room.Get<RecordExchangePolicy>()
                            .ExecuteAsync(who, 0, new NewExchangePolicy { Elements = EasPolicy.Empty }, Cancel)
                    ).ProblemOrNull()
            ),
            ["ExchangeQueries.CurrentAsync"] = (
                Read,
                async (room, _, who) => (await room.Get<ExchangeQueries>().CurrentAsync(who, Cancel)).ProblemOrNull()
            ),
            ["ExchangeQueries.GetAsync"] = (
                Read,
                async (room, _, who) => (await room.Get<ExchangeQueries>().GetAsync(who, 1, Cancel)).ProblemOrNull()
            ),
            ["ExchangeQueries.ListAsync"] = (
                Read,
                async (room, _, who) => (await room.Get<ExchangeQueries>().ListAsync(who, null, 10, Cancel)).ProblemOrNull()
            ),
            ["ExchangeQueries.ForecastAsync"] = (
                Read,
                async (room, id, who) =>
                    (
                        await room.Get<ExchangeQueries>().ForecastAsync(who, id, new ForecastQuestion(EasOrder.EasAfterMam), Cancel)
                    ).ProblemOrNull()
            ),
            ["EvaluateEas.ExecuteAsync"] = (
                Read,
                async (room, _, who) =>
                    (await room.Get<EvaluateEas>().ExecuteAsync(who, new EasQuestion(LockNodes.None, EasPolicy.Empty))).ProblemOrNull()
            ),
            ["EvaluateHandoff.ExecuteAsync"] = (
                Read,
                async (room, _, who) =>
                    (
                        await room.Get<EvaluateHandoff>()
                            .ExecuteAsync(who, new HandoffQuestion(WindowsEdition.Pro, 22631, true, "contoso.com"))
                    ).ProblemOrNull()
            ),
            ["CheckProgramFile.ExecuteAsync"] = (
                Read,
                async (room, _, who) => (await room.Get<CheckProgramFile>().ExecuteAsync(who, Stream.Null, Cancel)).ProblemOrNull()
            ),
            ["FindApps.ExecuteAsync"] = (
                Read,
                async (room, _, who) => (await room.Get<FindApps>().ExecuteAsync(who, "edge")).ProblemOrNull()
            ),
            ["ReadPastedApps.ExecuteAsync"] = (
                Read,
                async (room, _, who) => (await room.Get<ReadPastedApps>().ExecuteAsync(who, new PastedText(""))).ProblemOrNull()
            ),
            ["ImportPolicy.ExecuteAsync"] = (
                Edit,
                async (room, _, who) =>
                    (
                        await room.Get<ImportPolicy>()
                            .ExecuteAsync(
                                who,
                                new ImportRequest
                                {
                                    File = PolicyFileWriter.Write(new NamedPolicy($"Imported {Guid.NewGuid()}", PolicyRoom.Lock(5))),
                                    Commit = true,
                                },
                                Cancel
                            )
                    ).ProblemOrNull()
            ),
            ["ExportPolicy.ExecuteAsync"] = (
                Read,
                async (room, id, who) =>
                    (await room.Get<ExportPolicy>().ExecuteAsync(who, id, ExportFormat.Html, null, Cancel)).ProblemOrNull()
            ),
            ["KeepSecret.ExecuteAsync"] = (
                Edit,
                async (room, _, who) =>
                    (
                        await room.Get<KeepSecret>().ExecuteAsync(who, new NewSecret(SecretKind.ScepChallenge, "challenge"), Cancel)
                    ).ProblemOrNull()
            ),
            ["KeepPfx.ExecuteAsync"] = (
                Edit,
                async (room, _, who) =>
                    (await room.Get<KeepPfx>().ExecuteAsync(who, new NewPfx(SecretSamples.Pfx("pass"), "pass"), Cancel)).ProblemOrNull()
            ),
            ["AudienceQueries.GetAsync"] = (
                Read,
                async (room, id, who) =>
                    (await room.Get<AudienceQueries>().GetAsync(who, id, new AudienceRequest(), Cancel)).ProblemOrNull()
            ),
            ["FindGroups.ExecuteAsync"] = (
                Edit,
                async (room, _, who) => (await room.Get<FindGroups>().ExecuteAsync(who, "Sales", Cancel)).ProblemOrNull()
            ),
            ["PublishTerms.ExecuteAsync"] = (
                Settings,
                async (room, _, who) =>
                    (await room.Get<PublishTerms>().ExecuteAsync(who, 0, new NewTerms("Be kind.", false), Cancel)).ProblemOrNull()
            ),
            ["TermsQueries.CurrentAsync"] = (
                Read,
                async (room, _, who) => (await room.Get<TermsQueries>().CurrentAsync(who, Cancel)).ProblemOrNull()
            ),
            ["TermsQueries.GetAsync"] = (
                Read,
                async (room, _, who) => (await room.Get<TermsQueries>().GetAsync(who, 1, Cancel)).ProblemOrNull()
            ),
            ["TermsQueries.ListAsync"] = (
                Read,
                async (room, _, who) => (await room.Get<TermsQueries>().ListAsync(who, null, 10, Cancel)).ProblemOrNull()
            ),
            ["AuditQueries.PageAsync"] = (
                Read,
                async (room, _, who) => (await room.Get<AuditQueries>().PageAsync(who, new AuditFilter(), Cancel)).ProblemOrNull()
            ),
        };

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public void Every_use_case_and_query_is_in_the_table()
    {
        string[] rooms =
        [
            "MamConsole.Server.Policies",
            "MamConsole.Server.Policies.Calculators",
            "MamConsole.Server.Policies.Exchange",
            "MamConsole.Server.Policies.Files",
            "MamConsole.Server.Policies.History",
            "MamConsole.Server.Policies.Programs",
            "MamConsole.Server.Policies.Reach",
            "MamConsole.Server.Policies.Secrets",
            "MamConsole.Server.Enrollment.TermsOfUse",
            "MamConsole.Server.Shell",
        ];
        var found = typeof(PolicyQueries)
            .Assembly.GetTypes()
            .Where(type => rooms.Contains(type.Namespace) && !type.IsNested)
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
    public async Task Each_role_may_do_what_it_is_for_and_nothing_else(string provider)
    {
        await using var room = new PolicyRoom(provider);
        var wrong = new List<string>();
        foreach (var (name, (allowed, call)) in Table)
        {
            foreach (var who in People(allowed is [AppRole.Owner, AppRole.Author, ..]))
            {
                // A policy of its own for each call, so that no call finds another's traces.
                var policyId = await room.CreateAsync(PolicyRoom.Lock(5), $"{Guid.NewGuid()}");
                var before = await room.CountAsync("audit_events");

                var problem = await call(room, policyId, who.Person);

                var expected = who.Person.Roles.Overlaps(allowed) && who.MayChange;
                if (problem is NotAllowed == expected)
                {
                    wrong.Add($"{name} by {who.Person.Name}: {(expected ? "refused" : "allowed")}");
                }

                if (problem is NotAllowed && await room.CountAsync("audit_events") != before)
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
            yield return (PolicyRoom.Person($"{role}", role), true);
        }

        yield return (PolicyRoom.Person("nobody"), true);
        yield return (
            new Administrator(Guid.NewGuid(), "a program with every role", Enum.GetValues<AppRole>().ToFrozenSet(), AppOnly: true),
            reading
        );
    }
}
