using MamConsole.PolicyEngine.Values;

namespace MamConsole.Server.Entra;

/// <summary>A group of the tenant.</summary>
/// <param name="Id">Its object id.</param>
/// <param name="Name">What it is called now.</param>
public sealed record DirectoryGroup(Guid Id, string Name);

/// <summary>Who is in which group, as the directory says it now. A port, because the directory is somebody else's and may not answer.</summary>
internal interface IGroupDirectory
{
    /// <summary>The groups that a person is in, through other groups too.</summary>
    /// <returns>Their ids, or <see cref="DirectoryUnavailable"/>, <see cref="PersonNotInDirectory"/>.</returns>
    Task<Outcome<ValueList<Guid>>> GroupsOfAsync(Guid person, CancellationToken ct);

    /// <summary>Groups whose names have words that begin so, or the one with that object id; a few at most.</summary>
    /// <returns>By name, or <see cref="DirectoryUnavailable"/>.</returns>
    Task<Outcome<ValueList<DirectoryGroup>>> FindAsync(string text, CancellationToken ct);
}

/// <summary>The directory does not answer, or does not tell us.</summary>
/// <param name="Why">What it said, in words, with a way out.</param>
public sealed record DirectoryUnavailable(string Why) : Problem($"Entra did not tell about groups: {Why}")
{
    public override int Status => StatusCodes.Status502BadGateway;
}

/// <summary>The directory does not know the person any more, or not yet.</summary>
public sealed record PersonNotInDirectory() : Problem("Entra does not know this person: the account was deleted, or is too new.");
