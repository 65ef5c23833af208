using System.Text.Json.Serialization;

namespace MamConsole.PolicyEngine.Deployment;

/// <summary>The verb with which a node is written or executed. Stored by name: never rename.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<WriteVerb>))]
public enum WriteVerb
{
    Add,
    Replace,
    Exec,
}
