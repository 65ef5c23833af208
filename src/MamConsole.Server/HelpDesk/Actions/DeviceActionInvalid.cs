namespace MamConsole.Server.HelpDesk.Actions;

/// <summary>What is asked cannot be asked like this.</summary>
public sealed record DeviceActionInvalid(string Reason) : Problem(Reason)
{
    public override int Status => StatusCodes.Status422UnprocessableEntity;
}
