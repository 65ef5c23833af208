using MamConsole.PolicyEngine.Values;

namespace MamConsole.PolicyEngine.Deployment;

/// <summary>What a device has, as far as it told us.</summary>
/// <param name="Acknowledged">The nodes of the last version whose writes were all answered.</param>
/// <param name="Sent">The nodes of a version that was sent but not answered in full; null when there is none.</param>
/// <param name="Deviations">What stands against single nodes.</param>
public sealed record ReportedState(CompiledPolicy Acknowledged, CompiledPolicy? Sent, ValueList<SettingDeviation> Deviations);
