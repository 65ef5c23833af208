namespace MamConsole.PolicyEngine.AppRules;

/// <summary>What one rule matches, parsed: AppLocker has three kinds (docs/reference/wip-authoring.md §5.2).</summary>
public abstract record AppCondition
{
    private AppCondition() { }

    /// <summary>One answer for each kind of condition.</summary>
    public abstract T Match<T>(Func<PublisherCondition, T> publisher, Func<string, T> path, Func<HashCondition, T> hash);

    /// <summary>By signer, product, file and versions.</summary>
    public sealed record Publisher(PublisherCondition Of) : AppCondition
    {
        /// <inheritdoc/>
        public override T Match<T>(Func<PublisherCondition, T> publisher, Func<string, T> path, Func<HashCondition, T> hash) =>
            publisher(Of);
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
    internal static AppCondition Parse(AppRule rule) =>
        rule.Match<AppCondition>(
            _ => new Publisher(PublisherCondition.Of(rule)),
            _ => new Publisher(PublisherCondition.Of(rule)),
            file => new Path(file.Path.Trim()),
            file => new Hash(new HashCondition(file.Algorithm, FileHash.Digits(file.Hash), file.FileName.Trim()))
        );

    /// <summary>A name for a rule that got none.</summary>
    internal string Title(bool packaged) =>
        Match(
            publisher => publisher.Title(packaged),
            path => path,
            hash => hash.FileName.Length > 0 ? hash.FileName : $"File {hash.Digits[..8]}"
        );
}
