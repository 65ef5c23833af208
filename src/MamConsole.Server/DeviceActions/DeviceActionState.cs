namespace MamConsole.Server.DeviceActions;

/// <summary>The progress of a device action.</summary>
public enum DeviceActionState
{
    /// <summary>The action waits for the PC's next check-in.</summary>
    Queued,

    /// <summary>The action was sent; the PC has not returned a result yet.</summary>
    Sent,

    /// <summary>The PC ran the action.</summary>
    Answered,

    /// <summary>The PC did not check in time.</summary>
    Expired,

    /// <summary>The action was canceled, or the enrollment ended first.</summary>
    Cancelled,

    /// <summary>The PC rejected the action, or returned no result.</summary>
    Failed,
}
