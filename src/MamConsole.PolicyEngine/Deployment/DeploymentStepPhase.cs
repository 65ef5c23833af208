using System.Text.Json.Serialization;

namespace MamConsole.PolicyEngine.Deployment;

/// <summary>The phase of a step within its session.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<DeploymentStepPhase>))]
public enum DeploymentStepPhase
{
    /// <summary>The first writes are sent.</summary>
    Writing,

    /// <summary>
    /// The repairs are sent: Add instead of Replace or vice versa, and commands that were not executed because another one failed.
    /// </summary>
    Repairing,

    /// <summary>The mode, if its prerequisites are met, and the reads are sent.</summary>
    Reading,

    /// <summary>The MDM link and its read are sent.</summary>
    Linking,

    /// <summary>Nothing is outstanding: the session can end.</summary>
    Done,
}
