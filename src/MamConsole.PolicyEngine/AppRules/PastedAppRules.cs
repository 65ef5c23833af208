using MamConsole.PolicyEngine.Values;

namespace MamConsole.PolicyEngine.AppRules;

/// <summary>
/// Converts the output of Windows' tools to rows (docs/reference/wip-authoring.md §5.2): identities such as
/// <c>PUBLISHER\PRODUCT\FILE\VERSION</c>, which the WIP logs also contain, and the lists of Get-AppxPackage and
/// Get-AppLockerFileInformation (Format-List).
/// </summary>
public static class PastedAppRules
{
    /// <summary>The maximum number of rows; further rows are dropped, which a note reports.</summary>
    public const int MaximumRows = 2_000;

    private const int MaximumNotes = 20;

    /// <summary>The maximum length of a line; longer text is not an identity.</summary>
    public const int MaximumLength = 2_000_000;

    public static PastedApps Read(string pasted)
    {
        ArgumentNullException.ThrowIfNull(pasted);
        if (pasted.Length > MaximumLength)
        {
            return new([], ["The text is longer than 2 million characters: paste it in parts."]);
        }

        var rows = new List<AppRule>();
        var notes = new List<string>();
        var seen = new HashSet<AppRule>();
        foreach (var block in Blocks(pasted))
        {
            Take(block);
        }

        return new(
            rows.ToValueList(),
            (
                notes.Count <= MaximumNotes
                    ? notes
                    : [.. notes.Take(MaximumNotes), $"… and {notes.Count - MaximumNotes} more lines without an app."]
            ).ToValueList()
        );

        void Take(Block block)
        {
            if (block.Row() is { } row)
            {
                if (rows.Count >= MaximumRows)
                {
                    notes.Add($"The text contains more than {MaximumRows} apps: the rest was not added.");
                }
                else if (seen.Add(row))
                {
                    rows.Add(row);
                }
            }
            else
            {
                notes.Add(block.Complaint);
            }
        }
    }

    /// <summary>A line with an identity, or the fields of one app as lists print them: "Name : value", with long values wrapped.</summary>
    private static IEnumerable<Block> Blocks(string pasted)
    {
        var fields = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        string? last = null;
        foreach (var line in pasted.Split('\n').Select(line => line.TrimEnd('\r')))
        {
            var field = FieldOf(line);
            var ends = line.Trim().Length == 0 || (field is { } next && fields.ContainsKey(next.Name));
            if (ends && fields.Count > 0)
            {
                yield return new Block("", fields);
                fields = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
                last = null;
            }

            if (line.Trim().Length == 0)
            {
                continue;
            }

            if (field is { } found)
            {
                fields[found.Name] = found.Value;
                last = found.Name;
            }
            else if (last is not null && char.IsWhiteSpace(line[0]))
            {
                // The terminal wrapped a long value at its width, so a space belongs at the break only after a comma.
                fields[last] += fields[last].EndsWith(',') ? $" {line.Trim()}" : line.Trim();
            }
            else
            {
                yield return new Block(line.Trim(), []);
            }
        }

        if (fields.Count > 0)
        {
            yield return new Block("", fields);
        }
    }

    /// <summary>Matches "Publisher         : CN=…" but not "O=…\…: …".</summary>
    private static (string Name, string Value)? FieldOf(string line)
    {
        var colon = line.IndexOf(':', StringComparison.Ordinal);
        var name = colon > 0 ? line[..colon].Trim() : "";
        return name.Length is > 0 and < 40 && name.All(char.IsAsciiLetter) && line[colon - 1] is ' ' && !char.IsWhiteSpace(line[0])
            ? (name, line[(colon + 1)..].Trim())
            : null;
    }

    private sealed record Block(string Line, Dictionary<string, string> Fields)
    {
        public string Complaint =>
            Line.Length > 0
                ? $"No app was found in “{(Line.Length > 60 ? $"{Line[..60]}…" : Line)}”."
                : "A list entry has no publisher, hash or package.";

        public AppRule? Row() =>
            Line.Length > 0 ? AppIdentity.Read(Line)
            : Field("Name") is { } package
            && Field("Publisher") is { } subject
            && subject.StartsWith("CN=", StringComparison.OrdinalIgnoreCase)
            && !subject.Contains('\\', StringComparison.Ordinal)
                ? new AppRule.StoreApp { Publisher = subject, PackageName = package }
            : (Field("Publisher") is { } identity ? AppIdentity.Read(identity) : null) ?? Hashed();

        private AppRule.FileWithHash? Hashed() =>
            Field("Hash") is { } hash
            && hash.Split(' ', StringSplitOptions.RemoveEmptyEntries) is [var name, var digits]
            && Enum.TryParse<AppHashKind>(name, ignoreCase: true, out var kind)
            && Enum.IsDefined(kind)
            && FileHash.IsHash(kind, digits)
                ? new()
                {
                    Algorithm = kind,
                    Hash = FileHash.Digits(digits),
                    FileName = Field("Path")?.Split('\\', '/')[^1] ?? "",
                }
                : null;

        private string? Field(string name) => Fields.TryGetValue(name, out var value) && value.Length > 0 ? value : null;
    }
}
