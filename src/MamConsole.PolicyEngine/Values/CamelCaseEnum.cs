using System.Text.Json;
using System.Text.Json.Serialization;

namespace MamConsole.PolicyEngine.Values;

/// <summary>
/// Writes an enum by its name, so that policy files are readable; numbers and unknown names are rejected. Never rename a member.
/// </summary>
internal sealed class CamelCaseEnum<T>() : JsonStringEnumConverter<T>(JsonNamingPolicy.CamelCase, allowIntegerValues: false)
    where T : struct, Enum;
