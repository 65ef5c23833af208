using MamConsole.Server.Entra;

namespace MamConsole.Server.PolicyAudiences;

/// <summary>Groups that were found.</summary>
internal sealed record GroupList(IReadOnlyList<DirectoryGroup> Items);
