namespace MamConsole.Server.DeviceActions;

/// <summary>How far a request has come.</summary>
public enum DeviceActionState
{
    /// <summary>Waits for the PC's next check-in.</summary>
    Queued,

    /// <summary>Left for the PC; it has not said what became of it.</summary>
    Sent,

    /// <summary>The PC did it.</summary>
    Answered,

    /// <summary>The PC did not check in time.</summary>
    Expired,

    /// <summary>Somebody took it back, or the enrollment ended first.</summary>
    Cancelled,

    /// <summary>The PC would not, or never answered.</summary>
    Failed,
}
