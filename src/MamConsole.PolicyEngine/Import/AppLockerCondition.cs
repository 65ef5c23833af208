namespace MamConsole.PolicyEngine.Import;

/// <summary>A condition of any kind; null where an attribute is not there.</summary>
internal sealed record AppLockerCondition(
    string Element,
    string? Publisher,
    string? Product,
    string? Binary,
    string? Low,
    string? High,
    string Path
)
{
    public bool IsPublisher => Element == "FilePublisherCondition";

    /// <summary>What a FileHashCondition holds.</summary>
    public IReadOnlyList<AppLockerHash> Hashes { get; init; } = [];
}
