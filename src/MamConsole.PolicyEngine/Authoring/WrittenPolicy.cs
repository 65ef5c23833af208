using System.Text.Json;
using System.Text.Json.Serialization;
using MamConsole.PolicyEngine.AppRules;
using MamConsole.PolicyEngine.Assignment;
using MamConsole.PolicyEngine.Certificates;
using MamConsole.PolicyEngine.Connectivity;
using MamConsole.PolicyEngine.DeviceLock;
using MamConsole.PolicyEngine.Handoff;
using MamConsole.PolicyEngine.HelloPin;
using MamConsole.PolicyEngine.InformationProtection;
using MamConsole.PolicyEngine.Monitoring;
using MamConsole.PolicyEngine.NetworkBoundary;
using MamConsole.PolicyEngine.Polling;

namespace MamConsole.PolicyEngine.Authoring;

/// <summary>
/// A policy as it was typed: the form, the draft, the file and the API hold this. Any text is allowed in any field, so that a
/// half-typed or wrong value can be saved and named. A new area adds one line here (docs/follow-a-policy.md).
/// </summary>
public sealed record WrittenPolicy
{
    /// <summary>The number of this document's shape; older documents are upcast on read, never rewritten.</summary>
    public const int CurrentSchema = 1;

    public int Schema { get; init; } = CurrentSchema;

    /// <summary>
    /// Why single settings are as they are, in people's own words; null when nobody wrote any. No rule reads it and no device gets it.
    /// </summary>
    [JsonPropertyName("why")]
    public FieldComments? Comments
    {
        get;
        init => field = value is { Comments.Count: 0 } ? null : value;
    }

    public AssignmentSettings Assignment { get; init; } = new();

    public InformationProtectionSettings InformationProtection { get; init; } = new();

    public AppRulesSettings AppRules { get; init; } = new();

    public NetworkBoundarySettings NetworkBoundary { get; init; } = new();

    public DeviceLockSettings DeviceLock { get; init; } = new();

    public HelloPinSettings HelloPin { get; init; } = new();

    public HandoffSettings Handoff { get; init; } = new();

    public PollingSettings Polling { get; init; } = new();

    public CertificatesSettings Certificates { get; init; } = new();

    public ConnectivitySettings Connectivity { get; init; } = new();

    public MonitoringSettings Monitoring { get; init; } = new();

    /// <summary>
    /// How documents are written everywhere: camelCase, absent instead of null. Null where a value belongs and unknown members are refused.
    /// </summary>
    public static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        RespectNullableAnnotations = true,
        AllowOutOfOrderMetadataProperties = true,
    };
}
