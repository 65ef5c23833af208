using MamConsole.PolicyEngine.Values;

namespace MamConsole.PolicyEngine.Versions;

/// <summary>Everything that differs between two versions, in the order of the areas.</summary>
public sealed record ChangeList(ValueList<Change> Changes)
{
    public bool IsEmpty => Changes.Count == 0;

    /// <summary>What becomes of that which leaves.</summary>
    public ValueList<Removal> Removals { get; init; } = [];

    /// <summary>How many changes are of a kind: for "3 changed, 1 removed".</summary>
    public int Count(ChangeKind kind) => Changes.Count(change => change.Kind == kind);
}
