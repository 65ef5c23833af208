namespace MamConsole.Server.HelpDesk.Actions;

/// <summary>A text that no ring can be called by.</summary>
/// <param name="Why">What is wrong with it.</param>
public sealed record RingInvalid(string Why) : Problem(Why)
{
    public override int Status => StatusCodes.Status422UnprocessableEntity;
}
