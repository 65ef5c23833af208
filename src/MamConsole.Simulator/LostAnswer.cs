namespace MamConsole.Simulator;

/// <summary>What a device does when an answer is lost on the way.</summary>
public enum LostAnswer
{
    /// <summary>Sends the same bytes once more.</summary>
    SendAgain,

    /// <summary>Gives up and begins a new session when it is next due.</summary>
    BeginAnew,
}
