namespace MamConsole.Simulator;

/// <summary>The behavior of a device when a response is lost.</summary>
public enum LostAnswer
{
    /// <summary>The device sends the same bytes again.</summary>
    SendAgain,

    /// <summary>The device ends the session and begins a new one when it is next due.</summary>
    BeginAnew,
}
