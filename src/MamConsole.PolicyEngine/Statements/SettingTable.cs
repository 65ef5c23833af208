using System.Collections.Immutable;

namespace MamConsole.PolicyEngine.Statements;

/// <summary>The settings of one area with their labels.</summary>
internal sealed class SettingTable
{
    private readonly string area;

    /// <param name="area">The area's name in the policy's JSON document.</param>
    /// <param name="settings">Field (a member of the area), label, Intune name, node, sentence.</param>
    public SettingTable(string area, params (string Field, string Label, string IntuneName, string CspNode, string Sentence)[] settings)
    {
        this.area = area;
        Settings = [.. settings.Select(s => new SettingDescriptor($"{area}.{s.Field}", s.Label, s.IntuneName, s.CspNode, s.Sentence))];
    }

    /// <summary>The settings in the order of the editor.</summary>
    public ImmutableArray<SettingDescriptor> Settings { get; }

    /// <summary>Returns the label of a field.</summary>
    /// <exception cref="ArgumentException">The table does not contain the field: a bug.</exception>
    public string LabelOf(string field) =>
        Settings.FirstOrDefault(setting => setting.Code == $"{area}.{field}")?.Label
        ?? throw new ArgumentException($"The setting {area}.{field} does not exist.", nameof(field));
}
