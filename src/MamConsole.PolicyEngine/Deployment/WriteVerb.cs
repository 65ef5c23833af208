using System.Text.Json.Serialization;

namespace MamConsole.PolicyEngine.Deployment;

/// <summary>How a node is written, or run. Stored by name: never rename.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<WriteVerb>))]
public enum WriteVerb
{
    Add,
    Replace,
    Exec,
}
