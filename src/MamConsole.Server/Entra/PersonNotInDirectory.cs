using MamConsole.Server.Outcomes;

namespace MamConsole.Server.Entra;

/// <summary>The directory no longer contains the person, or does not contain the person yet.</summary>
public sealed record PersonNotInDirectory()
    : Problem("This person was not found in Entra: the account was deleted, or was created only recently.");
