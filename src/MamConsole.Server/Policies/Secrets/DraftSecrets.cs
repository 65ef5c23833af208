using MamConsole.PolicyEngine.Values;
using MamConsole.Server.Access;
using MamConsole.Server.Ui.Fields;

namespace MamConsole.Server.Policies.Secrets;

/// <summary>The secrets that one open editor knows of: those that were kept when it opened, and those that are kept while it is open.</summary>
internal sealed class DraftSecrets
{
    private readonly KeepSecret keep;
    private readonly KeepPfx keepPfx;
    private readonly Administrator who;
    private readonly Dictionary<Guid, DateTimeOffset> since;

    public DraftSecrets(KeepSecret keep, KeepPfx keepPfx, Administrator who, KnownSecrets known)
    {
        (this.keep, this.keepPfx, this.who) = (keep, keepPfx, who);
        since = known.Since.ToDictionary();
        Desk = new SecretDesk(KeepAsync, secret => since.TryGetValue(secret.Id, out var at) ? at : null);
    }

    /// <summary>For the fields of the form.</summary>
    public SecretDesk Desk { get; }

    /// <summary>For the rules.</summary>
    public IReadOnlySet<Guid> Known => since.Keys.ToHashSet();

    /// <summary>Keeps a .pfx file with its password.</summary>
    public async Task<Outcome<KeptPfx>> KeepPfxAsync(byte[] content, string password)
    {
        var outcome = await keepPfx.ExecuteAsync(who, new NewPfx(content, password), CancellationToken.None);
        if (outcome is Outcome<KeptPfx>.Done { Value: var kept })
        {
            Note(kept.File, kept.KeptAt);
            Note(kept.Password, kept.KeptAt);
        }

        return outcome;
    }

    private void Note(SecretReference? secret, DateTimeOffset at)
    {
        if (secret is not null)
        {
            since[secret.Id] = at;
        }
    }

    private async Task<Outcome<SecretReference>> KeepAsync(SecretKind kind, string value)
    {
        var outcome = await keep.ExecuteAsync(who, new NewSecret(kind, value), CancellationToken.None);
        if (outcome is Outcome<KeptSecret>.Done { Value: var kept })
        {
            Note(kept.Secret, kept.KeptAt);
        }

        return outcome.Match<Outcome<SecretReference>>(done => done.Secret, problem => problem);
    }
}
