namespace MamConsole.Server.Entra;

/// <summary>A group of the tenant.</summary>
/// <param name="Id">Its object id.</param>
/// <param name="Name">What it is called now.</param>
public sealed record DirectoryGroup(Guid Id, string Name);
