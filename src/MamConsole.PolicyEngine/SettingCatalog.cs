using System.Collections.Frozen;
using System.Collections.Immutable;
using MamConsole.PolicyEngine.Statements;

namespace MamConsole.PolicyEngine;

/// <summary>All settings of a policy with their labels (docs/glossary.md contains the table).</summary>
public static class SettingCatalog
{
    /// <summary>The settings in the order of areas and editor.</summary>
    public static readonly ImmutableArray<SettingDescriptor> All = [.. PolicyAreas.All.SelectMany(area => area.Settings)];

    private static readonly FrozenDictionary<string, SettingDescriptor> ByCode = All.ToFrozenDictionary(
        setting => setting.Code,
        StringComparer.Ordinal
    );

    /// <summary>Returns the label of a setting.</summary>
    /// <param name="code">The path in the policy's JSON document.</param>
    /// <exception cref="KeyNotFoundException">The setting does not exist: a bug.</exception>
    public static string LabelOf(string code) => ByCode[code].Label;

    /// <summary>Returns the effect of a setting.</summary>
    /// <param name="code">The path in the policy's JSON document.</param>
    /// <exception cref="KeyNotFoundException">The setting does not exist: a bug.</exception>
    public static string SentenceOf(string code) => ByCode[code].Sentence;

    /// <summary>Returns the settings whose label, Intune name, node or sentence contains each of the words, regardless of case.</summary>
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
