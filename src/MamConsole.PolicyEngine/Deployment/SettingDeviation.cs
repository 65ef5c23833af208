namespace MamConsole.PolicyEngine.Deployment;

/// <summary>What stands against one node of one device. Nodes without one hold the value of the acknowledged version.</summary>
/// <param name="LocUri">As compiled, with the grouping's placeholder.</param>
/// <param name="Kind">What is the matter.</param>
/// <param name="Code">The device's status code, when it gave one.</param>
/// <param name="OriginalError">The HRESULT beside it, as written.</param>
/// <param name="Value">The value refused or read back; null for a node that was to be removed.</param>
public sealed record SettingDeviation(
    string LocUri,
    DeviationKind Kind,
    int? Code = null,
    string? OriginalError = null,
    string? Value = null
)
{
    /// <summary>When it is sent again with the same value.</summary>
    public Retry Retry { get; init; } = Retry.Never;

    /// <summary>Whether the device may lack what the version gives the node: everything but what it acknowledged.</summary>
    public bool IsMissing => Kind is not (DeviationKind.Differs or DeviationKind.NotReadBack);
}
