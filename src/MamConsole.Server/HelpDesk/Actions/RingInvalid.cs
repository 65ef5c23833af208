namespace MamConsole.Server.HelpDesk.Actions;

/// <summary>A text that no ring can be called by.</summary>
/// <param name="Reason">What is wrong with it.</param>
public sealed record RingInvalid(string Reason) : Problem(Reason)
{
    public override int Status => StatusCodes.Status422UnprocessableEntity;
}
