using MamConsole.IntegrationTests.Storage;
using MamConsole.PolicyEngine.Findings;
using MamConsole.PolicyEngine.InformationProtection;
using MamConsole.Server.Outcomes;
using MamConsole.Server.Policies;

namespace MamConsole.IntegrationTests.Policies;

/// <summary>Warnings are accepted with the version's reason or with their own; both are stored.</summary>
public sealed class AcceptanceTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private static Acceptance Groups(string reason) =>
        new()
        {
            Code = "DL-05",
            Field = "deviceLock.characterGroups",
            Reason = reason,
        };

    [Theory, EveryDatabase]
    public async Task AcceptedWarning_StoresItsOwnReasonInsteadOfTheVersionReason(string provider)
    {
        await using var host = new PolicyTestHost(provider);
        var id = await host.CreateAsync(PolicyTestHost.Warned);

        var version = (await PublishAsync(host, id, "", Groups("  Letters come next month  "))).Value();

        var accepted = Assert.Single(version.Accepted);
        Assert.Equal(
            ("DL-05", Severity.Warn, "deviceLock.characterGroups", "Letters come next month"),
            (accepted.Code, accepted.Severity, accepted.Field, accepted.Reason)
        );
        Assert.NotEqual("", accepted.Message);
        Assert.Equal("", version.Reason);
        Assert.Equal(version, await new VersionStore(host.Database).GetAsync(version.VersionId, Cancel));
        Assert.Equal(version.Accepted, Assert.Single(await host.VersionsAsync(id)).Accepted);
    }

    [Theory, EveryDatabase]
    public async Task AcceptedWarning_WithoutItsOwnReasonRequiresTheVersionReason(string provider)
    {
        await using var host = new PolicyTestHost(provider);
        var id = await host.CreateAsync(PolicyTestHost.Warned);

        (await PublishAsync(host, id, "", Groups("  "))).Problem<ReasonMissing>();
        var version = (await PublishAsync(host, id, "For all of them")).Value();

        Assert.Equal(("For all of them", ""), (version.Reason, Assert.Single(version.Accepted).Reason));
    }

    [Theory, EveryDatabase]
    public async Task Publish_RejectsTheAcceptanceOfAFindingThatDoesNotExist(string provider)
    {
        await using var host = new PolicyTestHost(provider);
        var id = await host.CreateAsync(PolicyTestHost.Lock(5));

        Assert.Equal("DL-05", (await PublishAsync(host, id, "Yes", Groups("Stale"))).Problem<NothingToAccept>().Code);
        (await PublishAsync(host, await host.CreateAsync(PolicyTestHost.Warned, "Other"), "Yes", Groups("nul\0"))).Problem<TextInvalid>();
        Assert.Equal(0, await host.CountAsync("policy_versions"));
    }

    [Theory, EveryDatabase]
    public async Task Publish_RequiresTheConfirmationOfADangerDespiteItsAcceptance(string provider)
    {
        await using var host = new PolicyTestHost(provider);
        var id = await host.CreateAsync();
        await host.PublishAsync(id, PolicyTestHost.Protecting);
        await host.SaveAsync(
            id,
            PolicyTestHost.Protecting with
            {
                InformationProtection = PolicyTestHost.Protecting.InformationProtection with { Mode = ProtectionMode.Off },
            }
        );
        var review = (await host.Get<PolicyQueries>().ReviewAsync(PolicyTestHost.Author, id, Cancel)).Value().Review;
        Acceptance[] all =
        [
            .. review
                .Findings.Where(f => f.Severity is Severity.Warn or Severity.Danger)
                .Select(f => new Acceptance
                {
                    Code = f.Code,
                    Field = f.Field,
                    Reason = "Retired",
                }),
        ];

        (await PublishAsync(host, id, "", all)).Problem<ConfirmationMissing>();
    }

    [Theory, EveryDatabase]
    public async Task Rollback_StoresTheAcceptedWarningsOfTheOldVersion(string provider)
    {
        await using var host = new PolicyTestHost(provider);
        var id = await host.CreateAsync();
        await host.PublishAsync(id, PolicyTestHost.Warned);
        await host.PublishAsync(id, PolicyTestHost.Lock(5));

        var back = (
            await host.Get<RollBackPolicy>()
                .ExecuteAsync(
                    PolicyTestHost.Publisher,
                    id,
                    new RollBackRequest
                    {
                        ToNumber = 1,
                        ExpectedCurrentNumber = 2,
                        Reason = "As before",
                    },
                    Cancel
                )
        ).Value();

        Assert.Equal(["DL-05"], back.Accepted.Select(a => a.Code));
        Assert.Empty((await host.Get<PolicyQueries>().VersionAsync(PolicyTestHost.Author, new(id, 2), Cancel)).Value().Accepted);
    }

    private static async Task<Server.Outcomes.Outcome<PublishedVersion>> PublishAsync(
        PolicyTestHost host,
        string id,
        string reason,
        params Acceptance[] acceptances
    ) =>
        await host.Get<PublishPolicy>()
            .ExecuteAsync(
                PolicyTestHost.Publisher,
                id,
                new PublishRequest
                {
                    DraftRevision = (await host.GetAsync(id)).DraftRevision,
                    Reason = reason,
                    AcceptedWarnings = [.. acceptances],
                },
                Cancel
            );
}
