using System.Text.Json.Serialization;

namespace MamConsole.PolicyEngine.DeviceActions;

/// <summary>Which node makes a device leave; which of both MAM clients obey is open (docs/reference/protocol.md §6.1).</summary>
[JsonConverter(typeof(JsonStringEnumConverter<UnenrollNode>))]
public enum UnenrollNode
{
    /// <summary>The provider's own.</summary>
    Provider,

    /// <summary>The older one above it.</summary>
    Root,
}
