using MamConsole.PolicyEngine.Values;
using MamConsole.Server.Access;
using MamConsole.Server.Ui.Fields;

namespace MamConsole.Server.Policies.Secrets;

/// <summary>The secrets that one open editor knows of: those that were kept when it opened, and those that are kept while it is open.</summary>
internal sealed class DraftSecrets
{
    private readonly KeepSecret keep;
    private readonly Administrator who;
    private readonly Dictionary<Guid, DateTimeOffset> since;

    public DraftSecrets(KeepSecret keep, Administrator who, KnownSecrets known)
    {
        (this.keep, this.who) = (keep, who);
        since = known.Since.ToDictionary();
        Desk = new SecretDesk(KeepAsync, secret => since.TryGetValue(secret.Id, out var at) ? at : null);
    }

    /// <summary>For the fields of the form.</summary>
    public SecretDesk Desk { get; }

    /// <summary>For the rules.</summary>
    public IReadOnlySet<Guid> Known => since.Keys.ToHashSet();

    /// <summary>Takes note of what a use case kept.</summary>
    public void Add(KeptSecret kept) => since[kept.Secret.Id] = kept.KeptAt;

    private async Task<Outcome<SecretReference>> KeepAsync(SecretKind kind, string value)
    {
        var outcome = await keep.ExecuteAsync(who, new NewSecret(kind, value), CancellationToken.None);
        if (outcome is Outcome<KeptSecret>.Done { Value: var kept })
        {
            Add(kept);
        }

        return outcome.Match<Outcome<SecretReference>>(done => done.Secret, problem => problem);
    }
}
