namespace MamConsole.Server.Policies;

/// <summary>All policies.</summary>
internal sealed record PolicyList(IReadOnlyList<PolicyListItem> Items);
