using MamConsole.PolicyEngine.Values;
using MamConsole.Server.Access;
using MamConsole.Server.Outcomes;
using MamConsole.Server.Ui.Fields;

namespace MamConsole.Server.Secrets;

/// <summary>
/// The secrets available to an open editor: those that were stored when it opened, and those that are stored while it is open.
/// </summary>
internal sealed class DraftSecrets
{
    private readonly StoreSecret storeSecret;
    private readonly StorePfx storePfx;
    private readonly Administrator who;
    private readonly Dictionary<Guid, DateTimeOffset> since;

    public DraftSecrets(StoreSecret storeSecret, StorePfx storePfx, Administrator who, KnownSecrets known)
    {
        (this.storeSecret, this.storePfx, this.who) = (storeSecret, storePfx, who);
        since = known.Since.ToDictionary();
        Input = new SecretInput(StoreAsync, secret => since.TryGetValue(secret.Id, out var at) ? at : null);
    }

    /// <summary>For the fields of the form.</summary>
    public SecretInput Input { get; }

    /// <summary>For the validation rules.</summary>
    public IReadOnlySet<Guid> Known => since.Keys.ToHashSet();

    /// <summary>Stores a .pfx file with its password.</summary>
    public async Task<Outcome<StoredPfx>> StorePfxAsync(byte[] content, string password)
    {
        var outcome = await storePfx.ExecuteAsync(who, new NewPfx(content, password), CancellationToken.None);
        if (outcome is Outcome<StoredPfx>.Done { Value: var stored })
        {
            AddKnown(stored.File, stored.StoredAt);
            AddKnown(stored.Password, stored.StoredAt);
        }

        return outcome;
    }

    private void AddKnown(SecretReference? secret, DateTimeOffset at)
    {
        if (secret is not null)
        {
            since[secret.Id] = at;
        }
    }

    private async Task<Outcome<SecretReference>> StoreAsync(SecretKind kind, string value)
    {
        var outcome = await storeSecret.ExecuteAsync(who, new NewSecret(kind, value), CancellationToken.None);
        if (outcome is Outcome<StoredSecret>.Done { Value: var stored })
        {
            AddKnown(stored.Secret, stored.StoredAt);
        }

        return outcome.Match<Outcome<SecretReference>>(done => done.Secret, problem => problem);
    }
}
