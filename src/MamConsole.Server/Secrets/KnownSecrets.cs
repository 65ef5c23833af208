using System.Collections.Frozen;

namespace MamConsole.Server.Secrets;

/// <summary>The secrets that are kept here and can be read, each with the time since when.</summary>
internal sealed record KnownSecrets(FrozenDictionary<Guid, DateTimeOffset> Since)
{
    public static readonly KnownSecrets None = new(FrozenDictionary<Guid, DateTimeOffset>.Empty);

    /// <summary>For the rules.</summary>
    public IReadOnlySet<Guid> Ids { get; } = Since.Keys.ToFrozenSet();
}
