namespace MamConsole.PolicyEngine.AppRules;

/// <summary>The parsed condition of a rule: AppLocker has three kinds (docs/reference/wip-authoring.md §5.2).</summary>
public abstract record AppCondition
{
    private AppCondition() { }

    /// <summary>Returns the result for the kind of condition.</summary>
    public abstract T Match<T>(Func<PublisherCondition, T> publisher, Func<string, T> path, Func<HashCondition, T> hash);

    /// <summary>A condition on publisher, product, file and versions.</summary>
    public sealed record Publisher(PublisherCondition Of) : AppCondition
    {
        /// <inheritdoc/>
        public override T Match<T>(Func<PublisherCondition, T> publisher, Func<string, T> path, Func<HashCondition, T> hash) =>
            publisher(Of);
    }

    /// <summary>A condition on the path: 1 to 32,767 characters.</summary>
    public sealed record Path(string Of) : AppCondition
    {
        /// <inheritdoc/>
        public override T Match<T>(Func<PublisherCondition, T> publisher, Func<string, T> path, Func<HashCondition, T> hash) => path(Of);
    }

    /// <summary>A condition on the hash of the content.</summary>
    public sealed record Hash(HashCondition Of) : AppCondition
    {
        /// <inheritdoc/>
        public override T Match<T>(Func<PublisherCondition, T> publisher, Func<string, T> path, Func<HashCondition, T> hash) => hash(Of);
    }

    /// <summary>Returns the condition of a rule that passed validation.</summary>
    internal static AppCondition Parse(AppRule rule) =>
        rule.Match<AppCondition>(
            _ => new Publisher(PublisherCondition.Of(rule)),
            _ => new Publisher(PublisherCondition.Of(rule)),
            file => new Path(file.Path.Trim()),
            file => new Hash(new HashCondition(file.Algorithm, FileHash.Digits(file.Hash), file.FileName.Trim()))
        );

    /// <summary>Returns a name for a rule that has none.</summary>
    internal string Title(bool packaged) =>
        Match(
            publisher => publisher.Title(packaged),
            path => path,
            hash => hash.FileName.Length > 0 ? hash.FileName : $"File {hash.Digits[..8]}"
        );
}
