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
/// A policy as entered: the form, the draft, the file and the API contain it. Any text is allowed in any field, so that an incomplete or
/// wrong value can be saved and reported. A new area adds one line here (docs/follow-a-policy.md).
/// </summary>
public sealed record WrittenPolicy
{
    /// <summary>The schema number of this document; older documents are upcast on read, never rewritten.</summary>
    public const int CurrentSchema = 1;

    public int Schema { get; init; } = CurrentSchema;

    /// <summary>The comments on single settings; null when there are none. No rule reads them, and they are not sent to devices.</summary>
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
    /// The JSON options for documents: camelCase, absent instead of null. Null in place of a value and unknown members are rejected.
    /// </summary>
    public static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        RespectNullableAnnotations = true,
        AllowOutOfOrderMetadataProperties = true,
    };
}
