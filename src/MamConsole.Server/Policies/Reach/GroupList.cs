using MamConsole.Server.Entra;

namespace MamConsole.Server.Policies.Reach;

/// <summary>Groups that were found.</summary>
internal sealed record GroupList(IReadOnlyList<DirectoryGroup> Items);
