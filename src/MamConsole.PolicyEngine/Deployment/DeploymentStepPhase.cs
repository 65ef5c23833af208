using System.Text.Json.Serialization;

namespace MamConsole.PolicyEngine.Deployment;

/// <summary>How far a step has come within its session.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<DeploymentStepPhase>))]
public enum DeploymentStepPhase
{
    /// <summary>The first writes are out.</summary>
    Writing,

    /// <summary>
    /// Add instead of Replace or the other way round, and what was not done only because another command failed, are out.
    /// </summary>
    Repairing,

    /// <summary>The mode, if its prerequisites are there, and the reads are out.</summary>
    Reading,

    /// <summary>The MDM link and its read are out.</summary>
    Linking,

    /// <summary>Nothing is out: the session may close.</summary>
    Done,
}
