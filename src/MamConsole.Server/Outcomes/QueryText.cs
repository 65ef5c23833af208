using System.Globalization;
using System.Text.Json;

namespace MamConsole.Server.Outcomes;

/// <summary>
/// Reads query parameters so that an invalid value is a problem with the parameter's name and the valid values, not a bare 400.
/// </summary>
internal static class QueryText
{
    /// <summary>One of an enum's names, ignoring case; null when the parameter is missing.</summary>
    public static Problem? Read<T>(string? text, string name, out T? value)
        where T : struct, Enum
    {
        value = Enum.GetValues<T>().Cast<T?>().FirstOrDefault(v => string.Equals($"{v}", text, StringComparison.OrdinalIgnoreCase));
        return text is null || value is not null
            ? null
            : new QueryInvalid(name, $"one of {string.Join(", ", Enum.GetNames<T>().Select(JsonNamingPolicy.CamelCase.ConvertName))}");
    }

    /// <summary>A whole number from 0; null when the parameter is missing.</summary>
    public static Problem? Read(string? text, string name, out long? value)
    {
        value = long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
        return text is null || value is not null ? null : new QueryInvalid(name, "a whole number");
    }
}
