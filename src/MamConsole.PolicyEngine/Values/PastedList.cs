namespace MamConsole.PolicyEngine.Values;

/// <summary>Parses lists of names that people paste from mails, tables and other consoles.</summary>
public static class PastedList
{
    private static readonly char[] Separators = [',', ';', '|', '\n', '\r', '\t'];

    /// <summary>Parses hosts (neutral resources), one per row.</summary>
    public static Pasted<string> Hosts(string pasted) =>
        Rows(pasted, item => HostName.TryParse(item, out var host, out var fault) ? host.Value : fault.Suggestion);

    /// <summary>Parses domains in canonical form (enterprise IDs), one per row.</summary>
    public static Pasted<string> Domains(string pasted) =>
        Rows(pasted, item => DomainName.TryParse(item, out var name, out var fault) ? name.Value : fault.Suggestion);

    /// <summary>Parses domain suffixes of the own network, where a single label is valid.</summary>
    public static Pasted<string> NetworkDomains(string pasted) =>
        Rows(pasted, item => DomainName.TryParse(item, 1, out var name, out var fault) ? name.Value : fault.Suggestion);

    /// <summary>Parses proxies with their ports, one per row.</summary>
    public static Pasted<string> Proxies(string pasted) =>
        Rows(pasted, item => ProxyAddress.TryParse(item, out var proxy, out var fault) ? proxy.ToString() : fault.Suggestion);

    /// <summary>Parses file extensions, one per row.</summary>
    public static Pasted<string> Extensions(string pasted) =>
        Rows(pasted, item => FileExtension.TryParse(item, out var extension, out var fault) ? extension.Value : fault.Suggestion);

    /// <summary>Parses user principal names, one per row; <c>Ana &lt;ana@contoso.com&gt;</c> produces only the address.</summary>
    public static Pasted<string> People(string pasted) =>
        Rows(
            pasted,
            item =>
                item.EndsWith('>') && item.IndexOf('<', StringComparison.Ordinal) is >= 0 and var from
                    ? item[(from + 1)..^1]
                    : item.Trim('"', '\'')
        );

    /// <summary>Splits a text by its separators.</summary>
    internal static IEnumerable<string> Items(string pasted) =>
        pasted.Split(Separators, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    /// <param name="pasted">The text.</param>
    /// <param name="repair">Returns the correct form of one item, or null when there is none.</param>
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
                repairs.Add($"{row} was listed twice and was added once.");
            }
            else
            {
                rows.Add(row);
            }
        }

        return new(rows.ToValueList(), repairs.ToValueList());
    }

    internal static string DescribeRepair(string was, string becomes) => $"{was} was changed to {becomes}.";
}
