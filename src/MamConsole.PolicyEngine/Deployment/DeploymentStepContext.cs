using System.Collections.Immutable;

namespace MamConsole.PolicyEngine.Deployment;

/// <summary>The data that a step requires in addition to its own progress.</summary>
/// <param name="Reported">The device's state when the session began.</param>
/// <param name="Assigned">The target version of the step.</param>
/// <param name="Device">The capabilities of the device's Windows.</param>
/// <param name="Facts">Nodes outside of the policy that the due read groups contain.</param>
/// <param name="FactsAfterWrites">The part of them that is also read after a change.</param>
public sealed record DeploymentStepContext(
    ReportedState Reported,
    CompiledPolicy Assigned,
    DeviceCapability Device,
    ImmutableArray<string> Facts,
    ImmutableArray<string> FactsAfterWrites
)
{
    /// <summary>The time at which the step began; it is constant for the whole step, so that due reads do not change during it.</summary>
    public required DateTimeOffset Now { get; init; }

    /// <summary>The size budget of the next message.</summary>
    public MessageSizeBudget SizeBudget { get; init; } = MessageSizeBudget.Unbounded;

    /// <summary>This enrollment's AppLocker grouping.</summary>
    public string Grouping { get; init; } = "";

    /// <summary>The assigned version's secrets.</summary>
    public SecretValues Secrets { get; init; } = SecretValues.None;

    /// <summary>The commands that the device still needs.</summary>
    internal DeploymentStepPlan Plan => StateDiff.Plan(Reported, Assigned, Device, Now);
}
