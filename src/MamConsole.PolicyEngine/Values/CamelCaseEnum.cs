using System.Text.Json;
using System.Text.Json.Serialization;

namespace MamConsole.PolicyEngine.Values;

/// <summary>
/// Writes an enum by its name, so that a policy file reads by itself; numbers and unknown names are refused. Never rename a member.
/// </summary>
internal sealed class CamelCaseEnum<T>() : JsonStringEnumConverter<T>(JsonNamingPolicy.CamelCase, allowIntegerValues: false)
    where T : struct, Enum;
