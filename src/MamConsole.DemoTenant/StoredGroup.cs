namespace MamConsole.DemoTenant;

/// <summary>A group as it is stored across restarts. Membership is not stored, because it follows from the numbers of the people.</summary>
internal sealed record StoredGroup(Guid Id, string DisplayName);
