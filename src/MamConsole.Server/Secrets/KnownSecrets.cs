using System.Collections.Frozen;

namespace MamConsole.Server.Secrets;

/// <summary>The stored and readable secrets, each with the time at which it was stored.</summary>
internal sealed record KnownSecrets(FrozenDictionary<Guid, DateTimeOffset> Since)
{
    public static readonly KnownSecrets None = new(FrozenDictionary<Guid, DateTimeOffset>.Empty);

    /// <summary>For the validation rules.</summary>
    public IReadOnlySet<Guid> Ids { get; } = Since.Keys.ToFrozenSet();
}
