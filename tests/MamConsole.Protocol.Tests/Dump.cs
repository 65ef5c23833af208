using System.Collections;
using System.Globalization;
using System.Reflection;

namespace MamConsole.Tests.Protocol;

/// <summary>Converts a record to text, with the content of arrays, so that equal messages have equal texts.</summary>
internal static class Dump
{
    public static string Of(object? value) =>
        value switch
        {
            null => "null",
            string text => $"\"{text}\"",
            IFormattable plain when value.GetType().IsPrimitive || value is Enum or Guid => plain.ToString(
                null,
                CultureInfo.InvariantCulture
            ),
            bool flag => flag ? "true" : "false",
            IEnumerable items => Items(value, items),
            _ => $"{value.GetType().Name}({string.Join(", ", Properties(value))})",
        };

    private static string Items(object value, IEnumerable items) =>
        value.GetType().GetProperty("IsDefault")?.GetValue(value) is true
            ? "[]"
            : $"[{string.Join(", ", items.Cast<object?>().Select(Of))}]";

    private static IEnumerable<string> Properties(object value) =>
        value
            .GetType()
            .GetProperties(BindingFlags.Public | BindingFlags.Instance)
            .Where(one => one.GetIndexParameters().Length == 0)
            .OrderBy(one => one.Name, StringComparer.Ordinal)
            .Select(one => $"{one.Name}={Of(one.GetValue(value))}");
}
