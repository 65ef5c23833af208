using MamConsole.IntegrationTests.Storage;
using MamConsole.PolicyEngine.Authoring;
using MamConsole.PolicyEngine.Certificates;
using MamConsole.PolicyEngine.Nodes;
using MamConsole.PolicyEngine.Values;
using MamConsole.Protocol.Csp;
using MamConsole.Server.Audit;
using MamConsole.Server.Policies;
using MamConsole.Server.Secrets;
using MamConsole.Server.Shell;

namespace MamConsole.IntegrationTests.Policies;

/// <summary>Secrets are stored, and are read only where a command is created.</summary>
public sealed class SecretTests
{
    private const string Canary = "c4n4ry-8-of-a-challenge";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory, EveryDatabase]
    public async Task StoreSecret_StoresAValueThatCanBeRead(string provider)
    {
        await using var host = new PolicyTestHost(provider);

        var stored = (await StoreAsync(host)).Value();

        var values = await host.Get<SecretStore>().RevealAsync([stored.Secret.Id], Cancel);
        Assert.Equal(
            Canary,
            values.Fill(
                new CompiledNode(
                    "./Device/Vendor/MSFT/WiFi/Profile/x/WlanXml",
                    CspFormat.Chr,
                    stored.Secret.Placeholder,
                    NodeStage.Connectivity
                )
            )
        );
        Assert.Equal(stored.StoredAt, (await host.Get<SecretStore>().KnownAsync(Cancel)).Since[stored.Secret.Id]);
    }

    [Theory, EveryDatabase]
    public async Task StoreSecret_RecordsTheKindAndNotTheValue(string provider)
    {
        await using var host = new PolicyTestHost(provider);

        var stored = (await StoreAsync(host)).Value();

        var page = (await host.Get<AuditQueries>().PageAsync(PolicyTestHost.Author, new AuditFilter(), Cancel)).Value();
        var entry = Assert.Single(page.Entries);
        Assert.Equal(("secretKept", SubjectKind.Secret, $"{stored.Secret.Id}"), (entry.Action, entry.Subject.Kind, entry.Subject.Id));
        Assert.Equal("Stored a secret: a SCEP challenge", entry.Summary);
    }

    [Theory, EveryDatabase]
    public async Task StoreSecret_OfTheSameTextTwiceCreatesTwoSecrets(string provider)
    {
        await using var host = new PolicyTestHost(provider);

        Assert.NotEqual((await StoreAsync(host)).Value().Secret, (await StoreAsync(host)).Value().Secret);
    }

    [Theory, EveryDatabase]
    public async Task StoreSecret_RejectsAnInvalidValueWithoutRepeatingIt(string provider)
    {
        await using var host = new PolicyTestHost(provider);

        var problem = (
            await host.Get<StoreSecret>().ExecuteAsync(PolicyTestHost.Author, new NewSecret(SecretKind.WifiKey, "seven77"), Cancel)
        ).Problem<SecretInvalid>();

        Assert.DoesNotContain("seven77", problem.Message, StringComparison.Ordinal);
        Assert.Empty((await host.Get<SecretStore>().KnownAsync(Cancel)).Ids);
    }

    [Theory, EveryDatabase]
    public async Task StorePfx_RequiresThePasswordOfTheFile(string provider)
    {
        await using var host = new PolicyTestHost(provider);

        var wrong = (
            await host.Get<StorePfx>().ExecuteAsync(PolicyTestHost.Author, new NewPfx(SecretSamples.Pfx("right"), "wrong"), Cancel)
        ).Problem<PfxInvalid>();
        var stored = (
            await host.Get<StorePfx>().ExecuteAsync(PolicyTestHost.Author, new NewPfx(SecretSamples.Pfx("right"), "right"), Cancel)
        ).Value();

        Assert.Contains("password is not correct", wrong.Message, StringComparison.Ordinal);
        Assert.Equal("CN=Contoso VPN", stored.Facts.Subject);
        Assert.Equal(2, (await host.Get<SecretStore>().KnownAsync(Cancel)).Ids.Count);
    }

    [Theory, EveryDatabase]
    public async Task Publish_RejectsAReferenceToAnUnknownSecret(string provider)
    {
        await using var host = new PolicyTestHost(provider);
        var id = (
            await host.Get<CreatePolicy>()
                .ExecuteAsync(PolicyTestHost.Author, "Imported", Naming(new SecretReference(Guid.NewGuid())), Cancel)
        ).Value();

        var blocked = (
            await host.Get<PublishPolicy>()
                .ExecuteAsync(PolicyTestHost.Publisher, id, new PublishRequest { DraftRevision = 1, Reason = "Test" }, Cancel)
        ).Problem<PolicyBlocked>();

        Assert.Equal(("SEC-01", "certificates.scep[0].challenge"), (blocked.Findings[0].Code, blocked.Findings[0].Field));
    }

    [Theory, EveryDatabase]
    public async Task SecretStore_ReportsASecretWithLostKeysAsUnreadable(string provider)
    {
        await using var host = new PolicyTestHost(provider);
        var lost = Guid.NewGuid();
        await host.Database.WriteAsync(
            tx =>
                tx.ExecuteAsync(
                    "INSERT INTO secrets (secret_id, kind, ciphertext, kept_at, kept_by, kept_by_id) VALUES (@id, 3, @bytes, 1, 'Ada', "
                        + "'x')",
                    new { id = $"{lost:D}", bytes = new byte[] { 9, 9, 9 } }
                ),
            Cancel
        );

        Assert.DoesNotContain(lost, (await host.Get<SecretStore>().KnownAsync(Cancel)).Ids);
        Assert.Equal(1, await host.Get<SecretStore>().UnreadableAsync(Cancel));
        var values = await host.Get<SecretStore>().RevealAsync([lost], Cancel);
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
    public async Task SecretStore_PrunesOnlyOldUnreferencedSecrets(string provider)
    {
        await using var host = new PolicyTestHost(provider);
        var (unnamed, drafted, published) = (
            (await StoreAsync(host)).Value().Secret,
            (await StoreAsync(host)).Value().Secret,
            (await StoreAsync(host)).Value().Secret
        );
        await host.Get<CreatePolicy>().ExecuteAsync(PolicyTestHost.Author, "Drafted", Naming(drafted), Cancel);
        var id = (await host.Get<CreatePolicy>().ExecuteAsync(PolicyTestHost.Author, "Published", Naming(published), Cancel)).Value();
        (
            await host.Get<PublishPolicy>()
                .ExecuteAsync(PolicyTestHost.Publisher, id, new PublishRequest { DraftRevision = 1, Reason = "Test" }, Cancel)
        ).Value();
        (await host.Get<SaveDraft>().ExecuteAsync(PolicyTestHost.Author, id, 1, new WrittenPolicy(), Cancel)).Value();
        host.Time.Advance(TimeSpan.FromDays(8));
        var fresh = (await StoreAsync(host)).Value().Secret;

        var gone = await host.Database.WriteAsync(tx => SecretStore.PruneAsync(tx, host.Time.GetUtcNow().AddDays(-7)), Cancel);

        Assert.Equal(1, gone);
        Assert.Equal(new[] { drafted.Id, published.Id, fresh.Id }.Order(), (await host.Get<SecretStore>().KnownAsync(Cancel)).Ids.Order());
        Assert.DoesNotContain(unnamed.Id, (await host.Get<SecretStore>().KnownAsync(Cancel)).Ids);
    }

    [Theory, EveryDatabase]
    public async Task Secret_CannotBeChangedInTheDatabase(string provider)
    {
        await using var host = new PolicyTestHost(provider);
        await StoreAsync(host);

        await Assert.ThrowsAnyAsync<System.Data.Common.DbException>(() =>
            host.Database.WriteAsync(tx => tx.ExecuteAsync("UPDATE secrets SET kind = 1"), Cancel)
        );
    }

    private static Task<Server.Outcomes.Outcome<StoredSecret>> StoreAsync(PolicyTestHost host) =>
        host.Get<StoreSecret>().ExecuteAsync(PolicyTestHost.Author, new NewSecret(SecretKind.ScepChallenge, Canary), Cancel);

    private static WrittenPolicy Naming(SecretReference challenge) =>
        PolicyTestHost.Lock(5) with
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
