namespace MamConsole.PolicyEngine.Assignment;

/// <summary>A group of the tenant.</summary>
public sealed record GroupReference
{
    /// <summary>Its object id in Entra, which never changes: a GUID, as typed.</summary>
    public string Id { get; init; } = "";

    /// <summary>What it was called when it was chosen, for people; nothing is decided by it.</summary>
    public string Name { get; init; } = "";
}
