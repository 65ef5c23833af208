using MamConsole.PolicyEngine.Values;

namespace MamConsole.PolicyEngine.Deployment;

/// <summary>The state of a device, as far as it reported it.</summary>
/// <param name="Acknowledged">The nodes of the last version whose writes were all answered.</param>
/// <param name="Sent">The nodes of a version that was sent but not answered completely; null when there is none.</param>
/// <param name="Deviations">The deviations of single nodes.</param>
public sealed record ReportedState(CompiledPolicy Acknowledged, CompiledPolicy? Sent, ValueList<SettingDeviation> Deviations);
