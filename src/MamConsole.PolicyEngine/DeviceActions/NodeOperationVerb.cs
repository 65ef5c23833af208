using System.Text.Json.Serialization;

namespace MamConsole.PolicyEngine.DeviceActions;

/// <summary>The operation on a node.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<NodeOperationVerb>))]
public enum NodeOperationVerb
{
    Get,
    Replace,
    Exec,
}
