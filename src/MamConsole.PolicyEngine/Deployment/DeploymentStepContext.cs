using System.Collections.Immutable;

namespace MamConsole.PolicyEngine.Deployment;

/// <summary>What a step needs to know besides its own progress.</summary>
/// <param name="Reported">The device's state when the session began.</param>
/// <param name="Assigned">The version the step leads to.</param>
/// <param name="Device">What this Windows can take.</param>
/// <param name="Facts">Nodes besides the policy's own that the groups which are due ask for.</param>
/// <param name="FactsAfterWrites">Those of them that are read after a change as well.</param>
public sealed record DeploymentStepContext(
    ReportedState Reported,
    CompiledPolicy Assigned,
    DeviceCapability Device,
    ImmutableArray<string> Facts,
    ImmutableArray<string> FactsAfterWrites
)
{
    /// <summary>When the step began; the same for all of it, so that what is due does not change under way.</summary>
    public required DateTimeOffset Now { get; init; }

    /// <summary>How much the message holds that is to be filled.</summary>
    public MessageSizeBudget SizeBudget { get; init; } = MessageSizeBudget.Unbounded;

    /// <summary>This enrollment's AppLocker grouping.</summary>
    public string Grouping { get; init; } = "";

    /// <summary>The assigned version's secrets.</summary>
    public SecretValues Secrets { get; init; } = SecretValues.None;

    /// <summary>The few commands that the device needs.</summary>
    internal DeploymentStepPlan Plan => StateDiff.Plan(Reported, Assigned, Device, Now);
}
