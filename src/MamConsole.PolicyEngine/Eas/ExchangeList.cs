using System.Text.RegularExpressions;

namespace MamConsole.PolicyEngine.Eas;

/// <summary>Parses the output of <c>Get-MobileDeviceMailboxPolicy | Format-List</c>: a name, a colon and a value on each line.</summary>
internal static partial class ExchangeList
{
    /// <summary>The maximum number of characters that indented continuation lines may add to a value.</summary>
    private const int MaximumValue = 4096;

    public static PastedEasPolicy Read(string text)
    {
        var settings = new Dictionary<string, EasSetting>(StringComparer.Ordinal);
        var lines = new List<PastedLine>();
        var names = new List<string>();
        foreach (var (number, property, value, raw) in Lines(text))
        {
            if (property is null)
            {
                lines.Add(PastedLine.Of(number, raw, PastedLineKind.Unknown, "This line is not a name, a colon and a value."));
            }
            else if (property.Equals("Name", StringComparison.OrdinalIgnoreCase))
            {
                names.Add(value);
            }
            else if (ExchangeProperty.Find(property) is { } known)
            {
                Take(known, number, value, raw, settings, lines);
            }
            else
            {
                lines.Add(
                    ExchangeProperty.IsForExchange(property)
                        ? PastedLine.Of(number, raw, PastedLineKind.ForExchange, "This concerns only Exchange and is not sent to devices.")
                        : PastedLine.Of(number, raw, PastedLineKind.Unknown, "This rule is not recognized.")
                );
            }
        }

        return names.Count > 1
            ? PastedEasPolicy.Reject(
                $"The text contains {names.Count} policies ({string.Join(", ", names.Take(5).Select(Short))}). Paste the one that is "
                    + "assigned to people with PCs."
            )
            : PastedEasPolicy.Of(names.Count == 0 ? "" : Short(names[0]), settings.Values, lines);
    }

    private static void Take(
        ExchangeProperty property,
        int number,
        string value,
        string raw,
        Dictionary<string, EasSetting> settings,
        List<PastedLine> lines
    )
    {
        if (property.Read(value) is not { } setting)
        {
            lines.Add(PastedLine.Of(number, raw, PastedLineKind.Wrong, $"The value cannot be read: {property.Expected} is required."));
        }
        else if (!settings.TryAdd(setting.Name, setting) && settings[setting.Name] != setting)
        {
            lines.Add(PastedLine.Of(number, raw, PastedLineKind.Wrong, "This rule appears twice with different values. Paste one policy."));
        }
    }

    /// <summary>Returns the lines of a list; an indented line continues the value before it, as Format-List wraps long values.</summary>
    private static IEnumerable<(int Number, string? Property, string Value, string Raw)> Lines(string text)
    {
        (int Number, string? Property, string Value, string Raw)? open = null;
        var number = 0;
        foreach (var raw in text.ReplaceLineEndings("\n").Split('\n'))
        {
            number++;
            if (string.IsNullOrWhiteSpace(raw) || raw.TrimStart().StartsWith("PS ", StringComparison.Ordinal))
            {
                continue;
            }

            if (Row().Match(raw) is { Success: true } row)
            {
                if (open is { } done)
                {
                    yield return done;
                }

                open = (number, row.Groups[1].Value, row.Groups[2].Value.Trim(), raw.Trim());
            }
            else if (open is { } unfinished && char.IsWhiteSpace(raw[0]) && unfinished.Value.Length + raw.Length <= MaximumValue)
            {
                open = unfinished with { Value = unfinished.Value + " " + raw.Trim() };
            }
            else
            {
                yield return (number, null, "", raw.Trim());
            }
        }

        if (open is { } last)
        {
            yield return last;
        }
    }

    private static string Short(string name) => name.Length <= 100 ? name : name[..100];

    [GeneratedRegex(@"^\s{0,4}([A-Za-z][A-Za-z0-9]*)\s*:(?:\s(.*))?$", RegexOptions.CultureInvariant)]
    private static partial Regex Row();
}
