using MamConsole.PolicyEngine.Values;
using MamConsole.Server.Outcomes;

namespace MamConsole.Server.Entra;

/// <summary>
/// Reads group memberships from the directory. An interface, because the directory is an external system that may be unavailable.
/// </summary>
internal interface IGroupDirectory
{
    /// <summary>The groups of which a person is a member, directly or through other groups.</summary>
    /// <returns>Their object IDs, or <see cref="DirectoryUnavailable"/>, <see cref="PersonNotInDirectory"/>.</returns>
    Task<Outcome<ValueList<Guid>>> GroupsOfAsync(Guid person, CancellationToken ct);

    /// <summary>Groups with words in their names that begin with the text, or the group with that object ID; a limited number.</summary>
    /// <returns>Sorted by name, or <see cref="DirectoryUnavailable"/>.</returns>
    Task<Outcome<ValueList<DirectoryGroup>>> FindAsync(string text, CancellationToken ct);
}
