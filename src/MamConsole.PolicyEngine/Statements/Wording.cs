using System.Globalization;
using MamConsole.PolicyEngine.Values;
using MamConsole.Protocol.Csp;

namespace MamConsole.PolicyEngine.Statements;

/// <summary>Phrases that the statements of several areas use.</summary>
internal static class Wording
{
    /// <summary>Returns the entered text without surrounding spaces, or null when it is empty.</summary>
    public static string? Typed(string text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();

    /// <summary>Returns "1 day", "5 days".</summary>
    public static string Unit(string count, string unit) => count == "1" ? $"1 {unit}" : $"{count} {unit}s";

    /// <summary>Returns "1 app", "5 apps".</summary>
    public static string Unit(int count, string unit) => count == 1 ? $"1 {unit}" : $"{count} {unit}s";

    /// <summary>Returns "31 May 2028", in UTC.</summary>
    public static string Day(DateTimeOffset when) => when.UtcDateTime.ToString("d MMMM yyyy", CultureInfo.InvariantCulture);

    /// <summary>Returns "a", "a and b", "a, b and c"; long lists are shortened: "a, b, c and 4 more".</summary>
    public static string List(ValueList<string> items) =>
        items.Count switch
        {
            0 => "nothing",
            1 => items[0],
            2 => $"{items[0]} and {items[1]}",
            3 => $"{items[0]}, {items[1]} and {items[2]}",
            _ => $"{items[0]}, {items[1]}, {items[2]} and {items.Count - 3} more",
        };

    /// <summary>Returns the LocURIs of nodes, for a statement.</summary>
    public static ValueList<string> Uris(params ReadOnlySpan<CspNode> nodes)
    {
        var uris = new string[nodes.Length];
        for (var i = 0; i < nodes.Length; i++)
        {
            uris[i] = nodes[i].Uri;
        }

        return uris.ToValueList();
    }
}
