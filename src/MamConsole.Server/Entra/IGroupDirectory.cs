using MamConsole.PolicyEngine.Values;
using MamConsole.Server.Outcomes;

namespace MamConsole.Server.Entra;

/// <summary>
/// Who is in which group, as the directory says it now. A port, because the directory is somebody else's and may not answer.
/// </summary>
internal interface IGroupDirectory
{
    /// <summary>The groups that a person is in, through other groups too.</summary>
    /// <returns>Their ids, or <see cref="DirectoryUnavailable"/>, <see cref="PersonNotInDirectory"/>.</returns>
    Task<Outcome<ValueList<Guid>>> GroupsOfAsync(Guid person, CancellationToken ct);

    /// <summary>Groups whose names have words that begin so, or the one with that object id; a few at most.</summary>
    /// <returns>By name, or <see cref="DirectoryUnavailable"/>.</returns>
    Task<Outcome<ValueList<DirectoryGroup>>> FindAsync(string text, CancellationToken ct);
}
