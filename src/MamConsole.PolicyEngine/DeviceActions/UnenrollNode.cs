using System.Text.Json.Serialization;

namespace MamConsole.PolicyEngine.DeviceActions;

/// <summary>The node that unenrolls a device; which of the two MAM clients obey is open (docs/reference/protocol.md §6.1).</summary>
[JsonConverter(typeof(JsonStringEnumConverter<UnenrollNode>))]
public enum UnenrollNode
{
    /// <summary>The provider's own node.</summary>
    Provider,

    /// <summary>The older node above it.</summary>
    Root,
}
