namespace MamConsole.Server.HelpDesk.Actions;

/// <summary>What is asked cannot be asked like this.</summary>
public sealed record RequestInvalid(string Why) : Problem(Why)
{
    public override int Status => StatusCodes.Status422UnprocessableEntity;
}
