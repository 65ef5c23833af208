namespace MamConsole.Server.Entra;

/// <summary>A group of the tenant.</summary>
/// <param name="Id">The object ID.</param>
/// <param name="Name">The current display name.</param>
public sealed record DirectoryGroup(Guid Id, string Name);
