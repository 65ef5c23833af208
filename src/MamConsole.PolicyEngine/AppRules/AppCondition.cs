namespace MamConsole.PolicyEngine.AppRules;

/// <summary>What one rule matches, parsed: AppLocker has three kinds (wip-authoring.md §5.2).</summary>
public abstract record AppCondition
{
    private AppCondition() { }

    /// <summary>One answer for each kind of condition.</summary>
    public abstract T Match<T>(Func<PublisherCondition, T> publisher, Func<string, T> path, Func<HashCondition, T> hash);

    /// <summary>By signer, product, file and versions.</summary>
    public sealed record Publisher(PublisherCondition Of) : AppCondition
    {
        /// <inheritdoc/>
        public override T Match<T>(Func<PublisherCondition, T> publisher, Func<string, T> path, Func<HashCondition, T> hash) => publisher(Of);
    }

    /// <summary>By place: 1 to 32,767 characters.</summary>
    public sealed record Path(string Of) : AppCondition
    {
        /// <inheritdoc/>
        public override T Match<T>(Func<PublisherCondition, T> publisher, Func<string, T> path, Func<HashCondition, T> hash) => path(Of);
    }

    /// <summary>By content.</summary>
    public sealed record Hash(HashCondition Of) : AppCondition
    {
        /// <inheritdoc/>
        public override T Match<T>(Func<PublisherCondition, T> publisher, Func<string, T> path, Func<HashCondition, T> hash) => hash(Of);
    }

    /// <summary>The condition of a rule that passed its rules.</summary>
    internal static AppCondition Parse(AppRule rule) => rule.Match<AppCondition>(
        _ => new Publisher(PublisherCondition.Of(rule)),
        _ => new Publisher(PublisherCondition.Of(rule)),
        file => new Path(file.Path.Trim()),
        file => new Hash(new HashCondition(file.Algorithm, FileHash.Digits(file.Hash), file.FileName.Trim())));

    /// <summary>A name for a rule that got none.</summary>
    internal string Title(bool packaged) => Match(
        publisher => publisher.Title(packaged),
        path => path,
        hash => hash.FileName.Length > 0 ? hash.FileName : $"File {hash.Digits[..8]}");
}

/// <summary>FileHash: its digits in capitals, without <c>0x</c>.</summary>
public sealed record HashCondition(AppHashKind Algorithm, string Digits, string FileName);

/// <summary>Hashes as people paste them.</summary>
internal static class FileHash
{
    /// <summary>Without blanks and <c>0x</c>, in capitals.</summary>
    public static string Digits(string typed)
    {
        var trimmed = typed.Trim();
        return (trimmed.StartsWith("0x", StringComparison.OrdinalIgnoreCase) ? trimmed[2..] : trimmed).ToUpperInvariant();
    }

    /// <summary>How many digits a hash of this kind has.</summary>
    public static int Length(AppHashKind kind) => kind == AppHashKind.Sha1 ? 40 : 64;

    public static bool IsHash(AppHashKind kind, string typed) => Digits(typed) is var digits && digits.Length == Length(kind) && digits.All(char.IsAsciiHexDigit);
}
