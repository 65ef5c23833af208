namespace MamConsole.PolicyEngine.DeviceActions;

/// <summary>Where a one-off command stands when the device's package is complete. Closed.</summary>
public abstract record DeviceActionOutcome
{
    private DeviceActionOutcome() { }

    /// <summary>There is more to ask, in the next message.</summary>
    public sealed record Continues(DeviceActionRun Run) : DeviceActionOutcome;

    /// <summary>The device did it.</summary>
    public sealed record Answered(DeviceActionResult Result) : DeviceActionOutcome;

    /// <summary>The device would not, or said nothing of it.</summary>
    public sealed record Failed(DeviceActionResult Result) : DeviceActionOutcome;

    /// <summary>It was delivered; whether the device does it shows later, if at all.</summary>
    public sealed record Delivered(DeviceActionResult Result) : DeviceActionOutcome;
}
