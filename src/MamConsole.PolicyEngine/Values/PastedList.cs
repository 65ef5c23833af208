namespace MamConsole.PolicyEngine.Values;

/// <summary>Takes lists of names apart that people paste from mails, tables and other consoles.</summary>
public static class PastedList
{
    private static readonly char[] Separators = [',', ';', '|', '\n', '\r', '\t'];

    /// <summary>Hosts (neutral resources), one a row.</summary>
    public static Pasted<string> Hosts(string pasted) =>
        Rows(pasted, item => HostName.TryParse(item, out var host, out var fault) ? host.Value : fault.Suggestion);

    /// <summary>Domains in canonical form (enterprise IDs), one a row.</summary>
    public static Pasted<string> Domains(string pasted) =>
        Rows(pasted, item => DomainName.TryParse(item, out var name, out var fault) ? name.Value : fault.Suggestion);

    /// <summary>Domain suffixes of the own network, where a single label will do.</summary>
    public static Pasted<string> NetworkDomains(string pasted) =>
        Rows(pasted, item => DomainName.TryParse(item, 1, out var name, out var fault) ? name.Value : fault.Suggestion);

    /// <summary>Proxies with their ports, one a row.</summary>
    public static Pasted<string> Proxies(string pasted) =>
        Rows(pasted, item => ProxyAddress.TryParse(item, out var proxy, out var fault) ? proxy.ToString() : fault.Suggestion);

    /// <summary>File extensions, one a row.</summary>
    public static Pasted<string> Extensions(string pasted) =>
        Rows(pasted, item => FileExtension.TryParse(item, out var extension, out var fault) ? extension.Value : fault.Suggestion);

    /// <summary>User principal names, one a row; <c>Ana &lt;ana@contoso.com&gt;</c> gives the address alone.</summary>
    public static Pasted<string> People(string pasted) =>
        Rows(
            pasted,
            item =>
                item.EndsWith('>') && item.IndexOf('<', StringComparison.Ordinal) is >= 0 and var from
                    ? item[(from + 1)..^1]
                    : item.Trim('"', '\'')
        );

    /// <summary>The items of a text that has no meaning but its separators.</summary>
    internal static IEnumerable<string> Items(string pasted) =>
        pasted.Split(Separators, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    /// <param name="pasted">The text.</param>
    /// <param name="repair">The right form of one item, or null when there is none.</param>
    private static Pasted<string> Rows(string pasted, Func<string, string?> repair)
    {
        ArgumentNullException.ThrowIfNull(pasted);
        var rows = new List<string>();
        var seen = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        var repairs = new List<string>();
        foreach (var item in Items(pasted))
        {
            var row = repair(item) ?? item;
            if (row != item)
            {
                repairs.Add(DescribeRepair(item, row));
            }

            if (!seen.Add(row))
            {
                repairs.Add($"{row} came twice and was taken once.");
            }
            else
            {
                rows.Add(row);
            }
        }

        return new(rows.ToValueList(), repairs.ToValueList());
    }

    internal static string DescribeRepair(string was, string becomes) => $"{was} became {becomes}.";
}
