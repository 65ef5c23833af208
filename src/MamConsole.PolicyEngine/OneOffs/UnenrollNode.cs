using System.Text.Json.Serialization;

namespace MamConsole.PolicyEngine.OneOffs;

/// <summary>Which node makes a device leave; which of both MAM clients obey is open (protocol.md §6.1).</summary>
[JsonConverter(typeof(JsonStringEnumConverter<UnenrollNode>))]
public enum UnenrollNode
{
    /// <summary>The provider's own.</summary>
    Provider,

    /// <summary>The older one above it.</summary>
    Root,
}
