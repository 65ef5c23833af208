namespace MamConsole.PolicyEngine.DeviceActions;

/// <summary>The state of a device action when the device's package is complete. Closed.</summary>
public abstract record DeviceActionOutcome
{
    private DeviceActionOutcome() { }

    /// <summary>The action continues in the next message.</summary>
    public sealed record Continues(DeviceActionRun Run) : DeviceActionOutcome;

    /// <summary>The device completed the action.</summary>
    public sealed record Answered(DeviceActionResult Result) : DeviceActionOutcome;

    /// <summary>The device rejected the action, or did not answer it.</summary>
    public sealed record Failed(DeviceActionResult Result) : DeviceActionOutcome;

    /// <summary>The action was delivered; whether the device completes it shows later, if at all.</summary>
    public sealed record Delivered(DeviceActionResult Result) : DeviceActionOutcome;
}
