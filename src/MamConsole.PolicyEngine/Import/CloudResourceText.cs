using MamConsole.PolicyEngine.NetworkBoundary;
using MamConsole.PolicyEngine.Statements;
using MamConsole.PolicyEngine.Values;

namespace MamConsole.PolicyEngine.Import;

/// <summary>What one proxied domain of Intune says.</summary>
/// <param name="Rows">The rows that it becomes.</param>
/// <param name="AppCompat">Whether <c>/*AppCompat*/</c> stood in it.</param>
/// <param name="Repair">What was put right; null when nothing.</param>
/// <param name="Drop">Why there is no row; null when there is one, or none was meant.</param>
internal sealed record CloudResourceText(ValueList<CloudResource> Rows, bool AppCompat, string? Repair, string? Drop)
{
    /// <param name="host">As written; people paste whole wire lists here.</param>
    /// <param name="proxy">Through which it is reached; empty = none.</param>
    /// <param name="known">The rows that stand already.</param>
    public static CloudResourceText Read(string host, string proxy, ValueList<CloudResource> known)
    {
        const string Item = NetworkBoundaryCompiler.AppCompatItem;
        if (host == Item)
        {
            return new([], true, null, null);
        }

        var compat = host.Contains(Item, StringComparison.OrdinalIgnoreCase);
        var rest = compat ? host.Replace(Item, "|", StringComparison.OrdinalIgnoreCase) : host;
        var parts = rest.Split('|', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        if (!compat && parts.Length <= 1 && !host.EndsWith(',') && !host.Contains('|', StringComparison.Ordinal))
        {
            var row = new CloudResource { Host = host, Proxy = proxy };
            return known.Contains(row) ? new([], false, null, "It stands in the list already.")
                : host.Length == 0 && proxy.Length == 0 ? new([], false, null, "It names no host.")
                : new([row], false, null, null);
        }

        var rows = parts
            .Select(part => part.Split(',', 2, StringSplitOptions.TrimEntries))
            .Where(pair => pair[0].Length > 0)
            .Select(pair => new CloudResource { Host = pair[0], Proxy = pair is [_, { Length: > 0 } own] ? own : proxy })
            .Where(row => !known.Contains(row))
            .ToValueList();
        var how = compat
            ? $"{Item} is a switch here, and stood {(rows.Count == 0 ? "in another spelling" : "glued to a host")}."
            : $"It was a list as it goes over the wire: {Wording.Unit(rows.Count, "row")} here.";
        return new(rows, compat, how, null);
    }
}
