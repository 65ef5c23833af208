using MamConsole.Server.Outcomes;

namespace MamConsole.Server.DeviceActions;

/// <summary>A dangerous act is confirmed by typing the PC's name, and it was not typed.</summary>
/// <param name="Expected">What to type.</param>
public sealed record NameNotConfirmed(string Expected)
    : Problem($"This cannot be taken back. To do it all the same, type the PC’s name: {Expected}")
{
    public override int Status => StatusCodes.Status422UnprocessableEntity;
}
