using System.Text.Json.Serialization;

namespace MamConsole.PolicyEngine.OneOffs;

/// <summary>What is done to a node.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<AskVerb>))]
public enum AskVerb
{
    Get,
    Replace,
    Exec,
}
