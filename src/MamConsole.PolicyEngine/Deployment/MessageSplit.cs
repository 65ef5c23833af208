using System.Collections.Immutable;
using MamConsole.PolicyEngine.Values;

namespace MamConsole.PolicyEngine.Deployment;

/// <summary>A plan, split by the size of a message.</summary>
/// <param name="Now">The commands of this message.</param>
/// <param name="Later">The commands of later messages.</param>
/// <param name="Unsent">The commands that fit in no message of this device.</param>
public sealed record MessageSplit(ValueList<PlannedCommand> Now, ValueList<PlannedCommand> Later, ImmutableArray<UnsentCommand> Unsent);
