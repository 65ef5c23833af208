using MamConsole.PolicyEngine.Values;

namespace MamConsole.PolicyEngine.Versions;

/// <summary>All differences between two versions, in the order of the areas.</summary>
public sealed record ChangeList(ValueList<Change> Changes)
{
    public bool IsEmpty => Changes.Count == 0;

    /// <summary>The effects of the removed settings.</summary>
    public ValueList<Removal> Removals { get; init; } = [];

    /// <summary>Returns the number of changes of a kind, for texts such as "3 changed, 1 removed".</summary>
    public int Count(ChangeKind kind) => Changes.Count(change => change.Kind == kind);
}
