using MamConsole.PolicyEngine.Values;

namespace MamConsole.PolicyEngine.NetworkBoundary;

/// <summary>Parses pasted cloud resources and address ranges.</summary>
public static class PastedBoundary
{
    /// <summary>
    /// Text with a vertical bar has the form that is sent to devices, where a comma precedes the proxy of a resource; otherwise commas,
    /// semicolons and line breaks separate rows.
    /// </summary>
    public static PastedResources CloudResources(string pasted)
    {
        ArgumentNullException.ThrowIfNull(pasted);
        var wire = pasted.Contains('|', StringComparison.Ordinal);
        var rows = new List<CloudResource>();
        var repairs = new List<string>();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var compat = false;
        var items = wire
            ? pasted.Split(['|', '\n', '\r'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            : PastedList.Items(pasted);
        foreach (var item in items)
        {
            var rest = WithoutAppCompat(item, repairs, ref compat);
            if (rest.Length == 0)
            {
                continue;
            }

            var parts = wire ? rest.Split(',', 2, StringSplitOptions.TrimEntries) : [rest];
            var row = new CloudResource
            {
                Host = Repaired(
                    parts[0],
                    text => HostName.TryParse(text, out var host, out var fault) ? host.Value : fault.Suggestion,
                    repairs
                ),
                Proxy =
                    parts.Length < 2 || parts[1].Length == 0
                        ? ""
                        : Repaired(
                            parts[1],
                            text => ProxyAddress.TryParse(text, out var proxy, out var fault) ? proxy.ToString() : fault.Suggestion,
                            repairs
                        ),
            };
            if (!seen.Add(row.Host))
            {
                repairs.Add($"{row.Host} was listed twice and was added once.");
            }
            else
            {
                rows.Add(row);
            }
        }

        return new(rows.ToValueList(), repairs.ToValueList(), compat, wire);
    }

    /// <summary>Parses ranges <c>first-last</c>, blocks such as <c>10.0.0.0/8</c> and single addresses, with any separator.</summary>
    public static Pasted<AddressRange> IpRanges(string pasted)
    {
        ArgumentNullException.ThrowIfNull(pasted);
        var rows = new List<AddressRange>();
        var seen = new HashSet<AddressRange>();
        var repairs = new List<string>();
        foreach (var item in PastedList.Items(pasted.Replace('\u2013', '-')))
        {
            var ends = item.Split('-', 2, StringSplitOptions.TrimEntries);
            var row = new AddressRange { First = ends[0], Last = ends.Length > 1 ? ends[1] : "" };
            if (!IpRange.TryParse(row.First, row.Last, out _, out var fault) && fault.Suggestion?.Split('-') is [var first, var last])
            {
                row = new AddressRange { First = first, Last = last };
                repairs.Add(PastedList.DescribeRepair(item, $"{first}-{last}"));
            }

            if (!seen.Add(row))
            {
                repairs.Add($"{item} was listed twice and was added once.");
            }
            else
            {
                rows.Add(row);
            }
        }

        return new(rows.ToValueList(), repairs.ToValueList());
    }

    private static string WithoutAppCompat(string item, List<string> repairs, ref bool compat)
    {
        var at = item.IndexOf(NetworkBoundaryCompiler.AppCompatItem, StringComparison.OrdinalIgnoreCase);
        if (at < 0)
        {
            return item;
        }

        compat = true;
        repairs.Add("AppCompat was converted to the setting “Allow apps that WIP cannot classify (AppCompat)”.");
        return item.Remove(at, NetworkBoundaryCompiler.AppCompatItem.Length).Trim().TrimEnd(',');
    }

    private static string Repaired(string text, Func<string, string?> repair, List<string> repairs)
    {
        var becomes = repair(text) ?? text;
        if (becomes != text)
        {
            repairs.Add(PastedList.DescribeRepair(text, becomes));
        }

        return becomes;
    }
}
