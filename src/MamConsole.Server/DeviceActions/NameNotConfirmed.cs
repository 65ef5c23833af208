using MamConsole.Server.Outcomes;

namespace MamConsole.Server.DeviceActions;

/// <summary>A dangerous operation requires the PC's name as confirmation, and it was not typed or differs.</summary>
/// <param name="Expected">The text to type.</param>
public sealed record NameNotConfirmed(string Expected) : Problem($"This cannot be undone. To continue, type the PC’s name: {Expected}")
{
    public override int Status => StatusCodes.Status422UnprocessableEntity;
}
