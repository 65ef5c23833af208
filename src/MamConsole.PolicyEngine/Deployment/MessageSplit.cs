using System.Collections.Immutable;
using MamConsole.PolicyEngine.Values;

namespace MamConsole.PolicyEngine.Deployment;

/// <summary>A plan, cut to what a message holds.</summary>
/// <param name="Now">What this message asks.</param>
/// <param name="Later">What the next ones ask.</param>
/// <param name="Unsent">What no message of this device can hold.</param>
public sealed record MessageSplit(ValueList<PlannedCommand> Now, ValueList<PlannedCommand> Later, ImmutableArray<UnsentCommand> Unsent);
