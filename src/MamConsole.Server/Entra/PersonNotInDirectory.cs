using MamConsole.Server.Outcomes;

namespace MamConsole.Server.Entra;

/// <summary>The directory does not know the person any more, or not yet.</summary>
public sealed record PersonNotInDirectory() : Problem("Entra does not know this person: the account was deleted, or is too new.");
