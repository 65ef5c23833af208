using MamConsole.IntegrationTests.Storage;
using MamConsole.PolicyEngine;
using MamConsole.PolicyEngine.Certificates;
using MamConsole.PolicyEngine.Values;
using MamConsole.Protocol.Csp;
using MamConsole.Server.Audit;
using MamConsole.Server.Policies;
using MamConsole.Server.Policies.Secrets;
using MamConsole.Server.Shell;

namespace MamConsole.IntegrationTests.Policies;

/// <summary>Secrets go in, and come out only where a command is made.</summary>
public sealed class SecretTests
{
    private const string Canary = "c4n4ry-8-of-a-challenge";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory, EveryDatabase]
    public async Task A_secret_is_kept_encrypted_and_can_be_read_again(string provider)
    {
        await using var room = new PolicyRoom(provider);

        var kept = (await KeepAsync(room)).Value();

        var values = await room.Get<SecretStore>().RevealAsync([kept.Secret.Id], Cancel);
        Assert.Equal(
            Canary,
            values.Fill(
                new CompiledNode(
                    "./Device/Vendor/MSFT/WiFi/Profile/x/WlanXml",
                    CspFormat.Chr,
                    kept.Secret.Placeholder,
                    NodeStage.Connectivity
                )
            )
        );
        Assert.Equal(kept.KeptAt, (await room.Get<SecretStore>().KnownAsync(Cancel)).Since[kept.Secret.Id]);
    }

    [Theory, EveryDatabase]
    public async Task The_audit_trail_says_that_and_not_what(string provider)
    {
        await using var room = new PolicyRoom(provider);

        var kept = (await KeepAsync(room)).Value();

        var page = (await room.Get<AuditQueries>().PageAsync(PolicyRoom.Author, new AuditFilter(), Cancel)).Value();
        var entry = Assert.Single(page.Entries);
        Assert.Equal(("secretKept", SubjectKind.Secret, $"{kept.Secret.Id}"), (entry.Action, entry.Subject.Kind, entry.Subject.Id));
        Assert.Equal("Kept a secret: a SCEP challenge", entry.Words);
    }

    [Theory, EveryDatabase]
    public async Task The_same_text_twice_is_two_secrets(string provider)
    {
        await using var room = new PolicyRoom(provider);

        Assert.NotEqual((await KeepAsync(room)).Value().Secret, (await KeepAsync(room)).Value().Secret);
    }

    [Theory, EveryDatabase]
    public async Task What_cannot_be_such_a_secret_is_refused_and_not_repeated(string provider)
    {
        await using var room = new PolicyRoom(provider);

        var problem = (
            await room.Get<KeepSecret>().ExecuteAsync(PolicyRoom.Author, new NewSecret(SecretKind.WifiKey, "seven77"), Cancel)
        ).Problem<SecretInvalid>();

        Assert.DoesNotContain("seven77", problem.Message, StringComparison.Ordinal);
        Assert.Empty((await room.Get<SecretStore>().KnownAsync(Cancel)).Ids);
    }

    [Theory, EveryDatabase]
    public async Task A_file_is_taken_with_its_own_password_only(string provider)
    {
        await using var room = new PolicyRoom(provider);

        var wrong = (
            await room.Get<KeepPfx>().ExecuteAsync(PolicyRoom.Author, new NewPfx(SecretSamples.Pfx("right"), "wrong"), Cancel)
        ).Problem<PfxInvalid>();
        var kept = (
            await room.Get<KeepPfx>().ExecuteAsync(PolicyRoom.Author, new NewPfx(SecretSamples.Pfx("right"), "right"), Cancel)
        ).Value();

        Assert.Contains("password does not open", wrong.Message, StringComparison.Ordinal);
        Assert.Equal("CN=Contoso VPN", kept.Facts.Subject);
        Assert.Equal(2, (await room.Get<SecretStore>().KnownAsync(Cancel)).Ids.Count);
    }

    [Theory, EveryDatabase]
    public async Task A_policy_that_names_what_is_not_kept_cannot_be_published(string provider)
    {
        await using var room = new PolicyRoom(provider);
        var id = (
            await room.Get<CreatePolicy>().ExecuteAsync(PolicyRoom.Author, "Imported", Naming(new SecretReference(Guid.NewGuid())), Cancel)
        ).Value();

        var blocked = (
            await room.Get<PublishPolicy>()
                .ExecuteAsync(PolicyRoom.Publisher, id, new PublishRequest { DraftRevision = 1, Reason = "Test" }, Cancel)
        ).Problem<PolicyBlocked>();

        Assert.Equal(("SEC-01", "certificates.scep[0].challenge"), (blocked.Findings[0].Code, blocked.Findings[0].Field));
    }

    [Theory, EveryDatabase]
    public async Task A_secret_whose_keys_are_gone_counts_as_not_kept(string provider)
    {
        await using var room = new PolicyRoom(provider);
        var lost = Guid.NewGuid();
        await room.Database.WriteAsync(
            tx =>
                tx.ExecuteAsync(
                    "INSERT INTO secrets (secret_id, kind, ciphertext, kept_at, kept_by, kept_by_id) VALUES (@id, 3, @bytes, 1, 'Ada', 'x')",
                    new { id = $"{lost:D}", bytes = new byte[] { 9, 9, 9 } }
                ),
            Cancel
        );

        Assert.DoesNotContain(lost, (await room.Get<SecretStore>().KnownAsync(Cancel)).Ids);
        Assert.Equal(1, await room.Get<SecretStore>().UnreadableAsync(Cancel));
        var values = await room.Get<SecretStore>().RevealAsync([lost], Cancel);
        Assert.Null(
            values.Fill(
                new CompiledNode(
                    "./Device/Vendor/MSFT/WiFi/Profile/x/WlanXml",
                    CspFormat.Chr,
                    new SecretReference(lost).Placeholder,
                    NodeStage.Connectivity
                )
            )
        );
    }

    [Theory, EveryDatabase]
    public async Task What_nobody_names_goes_after_a_while_and_what_anything_names_stays(string provider)
    {
        await using var room = new PolicyRoom(provider);
        var (unnamed, drafted, published) = (
            (await KeepAsync(room)).Value().Secret,
            (await KeepAsync(room)).Value().Secret,
            (await KeepAsync(room)).Value().Secret
        );
        await room.Get<CreatePolicy>().ExecuteAsync(PolicyRoom.Author, "Drafted", Naming(drafted), Cancel);
        var id = (await room.Get<CreatePolicy>().ExecuteAsync(PolicyRoom.Author, "Published", Naming(published), Cancel)).Value();
        (
            await room.Get<PublishPolicy>()
                .ExecuteAsync(PolicyRoom.Publisher, id, new PublishRequest { DraftRevision = 1, Reason = "Test" }, Cancel)
        ).Value();
        (await room.Get<SaveDraft>().ExecuteAsync(PolicyRoom.Author, id, 1, new WrittenPolicy(), Cancel)).Value();
        room.Time.Advance(TimeSpan.FromDays(8));
        var fresh = (await KeepAsync(room)).Value().Secret;

        var gone = await room.Database.WriteAsync(tx => SecretStore.PruneAsync(tx, room.Time.GetUtcNow().AddDays(-7)), Cancel);

        Assert.Equal(1, gone);
        Assert.Equal(new[] { drafted.Id, published.Id, fresh.Id }.Order(), (await room.Get<SecretStore>().KnownAsync(Cancel)).Ids.Order());
        Assert.DoesNotContain(unnamed.Id, (await room.Get<SecretStore>().KnownAsync(Cancel)).Ids);
    }

    [Theory, EveryDatabase]
    public async Task A_kept_value_never_changes(string provider)
    {
        await using var room = new PolicyRoom(provider);
        await KeepAsync(room);

        await Assert.ThrowsAnyAsync<System.Data.Common.DbException>(() =>
            room.Database.WriteAsync(tx => tx.ExecuteAsync("UPDATE secrets SET kind = 1"), Cancel)
        );
    }

    private static Task<Server.Outcome<KeptSecret>> KeepAsync(PolicyRoom room) =>
        room.Get<KeepSecret>().ExecuteAsync(PolicyRoom.Author, new NewSecret(SecretKind.ScepChallenge, Canary), Cancel);

    private static WrittenPolicy Naming(SecretReference challenge) =>
        PolicyRoom.Lock(5) with
        {
            Certificates = new()
            {
                Scep =
                [
                    new ScepCertificate
                    {
                        Servers = ["https://scep.contoso.example/"],
                        Challenge = challenge,
                        Subject = "CN=PC",
                        AuthorityThumbprint = new string('A', 40),
                    },
                ],
            },
        };
}
