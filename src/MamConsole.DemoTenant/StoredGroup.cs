namespace MamConsole.DemoTenant;

/// <summary>A group as it is kept over a restart; who is in it follows from the people's numbers.</summary>
internal sealed record StoredGroup(Guid Id, string DisplayName);
