using System.Collections.Frozen;
using System.Collections.Immutable;
using MamConsole.PolicyEngine.Statements;

namespace MamConsole.PolicyEngine;

/// <summary>Every setting of a policy with its names (docs/glossary.md shows the table).</summary>
public static class SettingCatalog
{
    /// <summary>In the order of areas and editor.</summary>
    public static readonly ImmutableArray<SettingDescriptor> All = [.. PolicyAreas.All.SelectMany(area => area.Settings)];

    private static readonly FrozenDictionary<string, SettingDescriptor> ByCode = All.ToFrozenDictionary(
        setting => setting.Code,
        StringComparer.Ordinal
    );

    /// <summary>The label of a setting.</summary>
    /// <param name="code">Its path in the policy's JSON document.</param>
    /// <exception cref="KeyNotFoundException">There is no such setting: a bug.</exception>
    public static string LabelOf(string code) => ByCode[code].Label;

    /// <summary>What a setting does.</summary>
    /// <param name="code">Its path in the policy's JSON document.</param>
    /// <exception cref="KeyNotFoundException">There is no such setting: a bug.</exception>
    public static string SentenceOf(string code) => ByCode[code].Sentence;

    /// <summary>The settings whose label, Intune name, node or sentence contains each of the words, whatever their case.</summary>
    public static IEnumerable<SettingDescriptor> Find(string words)
    {
        ArgumentNullException.ThrowIfNull(words);
        var parts = words.Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        return parts.Length == 0
            ? []
            : All.Where(setting => Array.TrueForAll(parts, part => Text(setting).Contains(part, StringComparison.OrdinalIgnoreCase)));
    }

    private static string Text(SettingDescriptor setting) =>
        string.Join('\n', setting.Label, setting.IntuneName, setting.CspNode, setting.Sentence);
}
