using MamConsole.Server.Entra;

namespace MamConsole.Server.PolicyAudiences;

/// <summary>The groups that a search found.</summary>
internal sealed record GroupList(IReadOnlyList<DirectoryGroup> Items);
