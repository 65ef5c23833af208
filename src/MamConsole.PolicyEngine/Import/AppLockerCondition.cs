namespace MamConsole.PolicyEngine.Import;

/// <summary>A condition of any kind; an absent attribute is null.</summary>
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

    /// <summary>The content of a FileHashCondition.</summary>
    public IReadOnlyList<AppLockerHash> Hashes { get; init; } = [];
}
