using System.Collections.Immutable;
using System.Text.Json.Serialization;
using MamConsole.PolicyEngine.Deployment;
using MamConsole.PolicyEngine.DeviceActions;
using MamConsole.Protocol.Session;

namespace MamConsole.Server.Fleet;

/// <summary>The live session of a device: enough to understand its next message and to make the last answer again, on any node.</summary>
internal sealed record StoredSession
{
    /// <summary>The session as the wire knows it.</summary>
    public required LiveSession Live { get; init; }

    /// <summary>The statuses of the last answer.</summary>
    [JsonPropertyName("owed")]
    public required ImmutableArray<PendingStatus> PendingStatuses { get; init; }

    /// <summary>How the last answer ended.</summary>
    public required ReplyEnding Ending { get; init; }

    /// <summary>Whether the last answer said that a chunk was lost.</summary>
    public bool ChunkLost { get; init; }

    /// <summary>The version the session leads to; a publish in between waits for the next session.</summary>
    public required long Assigned { get; init; }

    /// <summary>The largest message that the device takes, in bytes, as it said in this session; null when it named none.</summary>
    public long? MaxMessageSize { get; init; }

    /// <summary>Who is signed in, as the first package said so far.</summary>
    public LoginStatus Login { get; init; }

    /// <summary>DevInfo of a first package that takes several messages, so far.</summary>
    public ImmutableDictionary<string, string> DeviceInfo { get; init; } = ImmutableDictionary<string, string>.Empty;

    /// <summary>How far the step has come; null while the device's first package is not complete.</summary>
    public DeploymentStepSession? Step { get; init; }

    /// <summary>Verdicts of a package that takes several messages, so far.</summary>
    [JsonPropertyName("heard")]
    public ImmutableArray<ReceivedVerdict> Received { get; init; } = [];

    /// <summary>Values of such a package, so far.</summary>
    public ImmutableArray<NodeReading> Readings { get; init; } = [];

    /// <summary>The one-off commands that are out; none while the step has something out.</summary>
    [JsonPropertyName("oneOffs")]
    public ImmutableArray<DeviceActionRun> DeviceActions { get; init; } = [];

    /// <summary>The first CmdID of the message that carried them.</summary>
    [JsonPropertyName("oneOffFirstId")]
    public int DeviceActionFirstId { get; init; }
}
