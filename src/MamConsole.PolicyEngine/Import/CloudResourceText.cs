using MamConsole.PolicyEngine.NetworkBoundary;
using MamConsole.PolicyEngine.Statements;
using MamConsole.PolicyEngine.Values;

namespace MamConsole.PolicyEngine.Import;

/// <summary>The result of parsing one proxied domain of Intune.</summary>
/// <param name="Rows">The resulting rows.</param>
/// <param name="AppCompat">Whether the text contains <c>/*AppCompat*/</c>.</param>
/// <param name="Repair">The correction that was made; null when none.</param>
/// <param name="Drop">Why there is no row; null when there is one, or none was intended.</param>
internal sealed record CloudResourceText(ValueList<CloudResource> Rows, bool AppCompat, string? Repair, string? Drop)
{
    /// <param name="host">The host as written; it may contain a whole list in the form that is sent to devices.</param>
    /// <param name="proxy">The proxy through which it is reached; empty = none.</param>
    /// <param name="known">The rows that already exist.</param>
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
            return known.Contains(row) ? new([], false, null, "The resource is already in the list.")
                : host.Length == 0 && proxy.Length == 0 ? new([], false, null, "The entry names no host.")
                : new([row], false, null, null);
        }

        var rows = parts
            .Select(part => part.Split(',', 2, StringSplitOptions.TrimEntries))
            .Where(pair => pair[0].Length > 0)
            .Select(pair => new CloudResource { Host = pair[0], Proxy = pair is [_, { Length: > 0 } own] ? own : proxy })
            .Where(row => !known.Contains(row))
            .ToValueList();
        var how = compat
            ? $"{Item} is a setting in MamConsole; it was {(rows.Count == 0 ? "spelled differently" : "joined to a host")}."
            : $"The value was a complete list, which is now {Wording.Unit(rows.Count, "row")}.";
        return new(rows, compat, how, null);
    }
}
