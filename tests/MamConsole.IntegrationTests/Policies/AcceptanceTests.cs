using MamConsole.IntegrationTests.Storage;
using MamConsole.PolicyEngine;
using MamConsole.PolicyEngine.InformationProtection;
using MamConsole.Server.Policies;

namespace MamConsole.IntegrationTests.Policies;

/// <summary>Warnings are accepted with the version's reason or with words of their own; both are kept.</summary>
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
    public async Task A_warning_keeps_its_own_words_and_needs_no_other_reason(string provider)
    {
        await using var room = new PolicyRoom(provider);
        var id = await room.CreateAsync(PolicyRoom.Warned);

        var version = (await PublishAsync(room, id, "", Groups("  Letters come next month  "))).Value();

        var accepted = Assert.Single(version.Accepted);
        Assert.Equal(
            ("DL-05", Severity.Warn, "deviceLock.characterGroups", "Letters come next month"),
            (accepted.Code, accepted.Severity, accepted.Field, accepted.Reason)
        );
        Assert.NotEqual("", accepted.Message);
        Assert.Equal("", version.Reason);
        Assert.Equal(version, await new VersionStore(room.Database).GetAsync(version.VersionId, Cancel));
        Assert.Equal(version.Accepted, Assert.Single(await room.VersionsAsync(id)).Accepted);
    }

    [Theory, EveryDatabase]
    public async Task What_has_no_words_of_its_own_needs_the_versions_reason(string provider)
    {
        await using var room = new PolicyRoom(provider);
        var id = await room.CreateAsync(PolicyRoom.Warned);

        (await PublishAsync(room, id, "", Groups("  "))).Problem<ReasonMissing>();
        var version = (await PublishAsync(room, id, "For all of them")).Value();

        Assert.Equal(("For all of them", ""), (version.Reason, Assert.Single(version.Accepted).Reason));
    }

    [Theory, EveryDatabase]
    public async Task What_no_rule_says_cannot_be_accepted(string provider)
    {
        await using var room = new PolicyRoom(provider);
        var id = await room.CreateAsync(PolicyRoom.Lock(5));

        Assert.Equal("DL-05", (await PublishAsync(room, id, "Yes", Groups("Stale"))).Problem<NothingToAccept>().Code);
        (await PublishAsync(room, await room.CreateAsync(PolicyRoom.Warned, "Other"), "Yes", Groups("nul\0"))).Problem<TextInvalid>();
        Assert.Equal(0, await room.CountAsync("policy_versions"));
    }

    [Theory, EveryDatabase]
    public async Task Words_for_a_danger_do_not_stand_in_for_its_confirmation(string provider)
    {
        await using var room = new PolicyRoom(provider);
        var id = await room.CreateAsync();
        await room.PublishAsync(id, PolicyRoom.Protecting);
        await room.SaveAsync(
            id,
            PolicyRoom.Protecting with
            {
                InformationProtection = PolicyRoom.Protecting.InformationProtection with { Mode = ProtectionMode.Off },
            }
        );
        var review = (await room.Get<PolicyQueries>().ReviewAsync(PolicyRoom.Author, id, Cancel)).Value().Review;
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

        (await PublishAsync(room, id, "", all)).Problem<ConfirmationMissing>();
    }

    [Theory, EveryDatabase]
    public async Task Going_back_keeps_what_was_accepted_under_its_one_reason(string provider)
    {
        await using var room = new PolicyRoom(provider);
        var id = await room.CreateAsync();
        await room.PublishAsync(id, PolicyRoom.Warned);
        await room.PublishAsync(id, PolicyRoom.Lock(5));

        var back = (
            await room.Get<RollBackPolicy>()
                .ExecuteAsync(
                    PolicyRoom.Publisher,
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
        Assert.Empty((await room.Get<PolicyQueries>().VersionAsync(PolicyRoom.Author, id, 2, Cancel)).Value().Accepted);
    }

    private static async Task<Server.Outcome<PublishedVersion>> PublishAsync(
        PolicyRoom room,
        string id,
        string reason,
        params Acceptance[] acceptances
    ) =>
        await room.Get<PublishPolicy>()
            .ExecuteAsync(
                PolicyRoom.Publisher,
                id,
                new PublishRequest
                {
                    DraftRevision = (await room.GetAsync(id)).DraftRevision,
                    Reason = reason,
                    AcceptedWarnings = [.. acceptances],
                },
                Cancel
            );
}
