using System.Text.Json.Serialization;

namespace MamConsole.PolicyEngine.DeviceActions;

/// <summary>What is done to a node.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<NodeOperationVerb>))]
public enum NodeOperationVerb
{
    Get,
    Replace,
    Exec,
}
