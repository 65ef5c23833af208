using System.Collections.Immutable;
using System.Text.Json.Serialization;
using MamConsole.PolicyEngine.Deployment;
using MamConsole.PolicyEngine.DeviceActions;
using MamConsole.Protocol.Session;

namespace MamConsole.Server.Fleet;

/// <summary>
/// The live session of a device: the data from which any node can process its next message and recreate the last response.
/// </summary>
internal sealed record StoredSession
{
    /// <summary>The protocol state of the session.</summary>
    public required LiveSession Live { get; init; }

    /// <summary>The statuses of the last response.</summary>
    [JsonPropertyName("owed")]
    public required ImmutableArray<PendingStatus> PendingStatuses { get; init; }

    /// <summary>How the last response ended.</summary>
    public required ReplyEnding Ending { get; init; }

    /// <summary>Whether the last response reported a lost chunk.</summary>
    public bool ChunkLost { get; init; }

    /// <summary>The version that the session deploys; a version that is published during the session is deployed in the next one.</summary>
    public required long Assigned { get; init; }

    /// <summary>The maximum message size that the device announced in this session, in bytes; null when it announced none.</summary>
    public long? MaxMessageSize { get; init; }

    /// <summary>The sign-in status, from the messages of the first package that were received so far.</summary>
    public LoginStatus Login { get; init; }

    /// <summary>The DevInfo values that were received so far of a first package that spans several messages.</summary>
    public ImmutableDictionary<string, string> DeviceInfo { get; init; } = ImmutableDictionary<string, string>.Empty;

    /// <summary>The progress of the deployment step; null while the first package of the device is incomplete.</summary>
    public DeploymentStepSession? Step { get; init; }

    /// <summary>The command statuses that were received so far of a package that spans several messages.</summary>
    [JsonPropertyName("heard")]
    public ImmutableArray<ReceivedVerdict> Received { get; init; } = [];

    /// <summary>The values that were received so far of a package that spans several messages.</summary>
    public ImmutableArray<NodeReading> Readings { get; init; } = [];

    /// <summary>The device actions that were sent and not answered; empty while commands of the deployment step are pending.</summary>
    [JsonPropertyName("oneOffs")]
    public ImmutableArray<DeviceActionRun> DeviceActions { get; init; } = [];

    /// <summary>The first CmdID of the message that contained the device actions.</summary>
    [JsonPropertyName("oneOffFirstId")]
    public int DeviceActionFirstId { get; init; }
}
