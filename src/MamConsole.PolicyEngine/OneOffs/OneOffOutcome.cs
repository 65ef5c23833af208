namespace MamConsole.PolicyEngine.OneOffs;

/// <summary>Where a one-off command stands when the device's package is complete. Closed.</summary>
public abstract record OneOffOutcome
{
    private OneOffOutcome() { }

    /// <summary>There is more to ask, in the next message.</summary>
    public sealed record GoesOn(OneOffRun Run) : OneOffOutcome;

    /// <summary>The device did it.</summary>
    public sealed record Answered(OneOffResult Result) : OneOffOutcome;

    /// <summary>The device would not, or said nothing of it.</summary>
    public sealed record Failed(OneOffResult Result) : OneOffOutcome;

    /// <summary>It was delivered; whether the device does it shows later, if at all.</summary>
    public sealed record Delivered(OneOffResult Result) : OneOffOutcome;
}
