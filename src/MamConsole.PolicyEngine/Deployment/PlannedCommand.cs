using System.Text.Json.Serialization;

namespace MamConsole.PolicyEngine.Deployment;

/// <summary>
/// One command of a message that is to be sent or was sent; stored with the session so that the same bytes can be created again.
/// </summary>
[JsonDerivedType(typeof(Write), "w")]
[JsonDerivedType(typeof(Remove), "d")]
[JsonDerivedType(typeof(Read), "r")]
public abstract record PlannedCommand
{
    private PlannedCommand(string locUri) => LocUri = locUri;

    /// <summary>The LocURI as compiled, with the grouping's placeholder.</summary>
    public string LocUri { get; init; }

    /// <summary>Writes the node's value in the version of the step.</summary>
    public sealed record Write(string LocUri, WriteVerb Verb) : PlannedCommand(LocUri);

    /// <summary>Deletes the node.</summary>
    public sealed record Remove(string LocUri) : PlannedCommand(LocUri);

    /// <summary>Reads the node's effective value.</summary>
    public sealed record Read(string LocUri) : PlannedCommand(LocUri);
}
