namespace MamConsole.PolicyEngine.Deployment;

/// <summary>The deviation of one node of one device. Nodes without one have the value of the acknowledged version.</summary>
/// <param name="LocUri">The LocURI as compiled, with the grouping's placeholder.</param>
/// <param name="Kind">The kind of deviation.</param>
/// <param name="Code">The device's status code, if it returned one.</param>
/// <param name="OriginalError">The HRESULT that accompanies it, as written.</param>
/// <param name="Value">The value that was rejected or read back; null for a node that was to be removed.</param>
public sealed record SettingDeviation(
    string LocUri,
    DeviationKind Kind,
    int? Code = null,
    string? OriginalError = null,
    string? Value = null
)
{
    /// <summary>The time at which the same value is sent again.</summary>
    public Retry Retry { get; init; } = Retry.Never;

    /// <summary>Whether the device may lack the version's value for the node: true for all kinds except an acknowledged value.</summary>
    public bool IsMissing => Kind is not (DeviationKind.Differs or DeviationKind.NotReadBack);
}
