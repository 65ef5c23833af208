namespace MamConsole.PolicyEngine.Assignment;

/// <summary>A group of the tenant.</summary>
public sealed record GroupReference
{
    /// <summary>The object id in Entra, which never changes: a GUID, as entered.</summary>
    public string Id { get; init; } = "";

    /// <summary>The name at the time of selection, only for display.</summary>
    public string Name { get; init; } = "";
}
