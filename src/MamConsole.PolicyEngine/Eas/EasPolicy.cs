using System.Text.Json;
using System.Text.Json.Serialization;
using MamConsole.PolicyEngine.Values;

namespace MamConsole.PolicyEngine.Eas;

/// <summary>
/// The requirements of Exchange for a device: the elements of EASProvisionDoc that have a value, each in its range. The JSON form is an
/// object of element names; switches are 0 or 1, and null and an empty list mean the same as an absent member.
/// </summary>
[JsonConverter(typeof(EasPolicyConverter))]
public sealed record EasPolicy
{
    /// <summary>The policy without requirements.</summary>
    public static readonly EasPolicy Empty = new([]);

    private EasPolicy(ValueList<EasSetting> settings) => Settings = settings;

    /// <summary>The elements that have a value, in the order of <see cref="EasElement.All"/>.</summary>
    public ValueList<EasSetting> Settings { get; }

    /// <summary>Returns the element's number, or null when the element is absent, empty or a list.</summary>
    public long? this[string name] => Settings.FirstOrDefault(setting => setting.Name == name)?.Number;

    /// <summary>The elements that Windows does not evaluate: stored and shown, never compared.</summary>
    public IEnumerable<EasSetting> NotEvaluated => Settings.Where(setting => !EasElement.Find(setting.Name)!.OnWindows);

    /// <exception cref="ArgumentException">An element is unknown, out of range or repeated; the JSON reader rejects such input
    /// earlier.</exception>
    public static EasPolicy Of(IEnumerable<EasSetting> settings)
    {
        ArgumentNullException.ThrowIfNull(settings);
        var byName = settings
            .Where(setting => setting.Number is not null || setting.Items.Count > 0)
            .ToDictionary(setting => setting.Name, StringComparer.Ordinal);
        return byName.Values.FirstOrDefault(setting => !IsRight(setting)) is { } wrong
            ? throw new ArgumentException(
                $"{wrong.Name} is not an element of an Exchange policy, or its value is out of range.",
                nameof(settings)
            )
            : new EasPolicy(
                EasElement.All.Where(element => byName.ContainsKey(element.Name)).Select(element => byName[element.Name]).ToValueList()
            );
    }

    /// <summary>Parses the JSON form strictly.</summary>
    /// <param name="json">The JSON object.</param>
    /// <param name="fault">The error, when the JSON cannot be parsed.</param>
    public static EasPolicy? TryRead(JsonElement json, out JsonFault? fault)
    {
        if (json.ValueKind != JsonValueKind.Object)
        {
            fault = new JsonFault("", "An object with the elements of EASProvisionDoc is required.");
            return null;
        }

        var settings = new Dictionary<string, EasSetting>(StringComparer.Ordinal);
        foreach (var member in json.EnumerateObject())
        {
            fault =
                EasElement.Find(member.Name) is not { } element
                    ? new JsonFault(member.Name, "EASProvisionDoc has no such element: check the spelling.")
                : Read(element, member.Value, out var setting) ? Twice(settings, setting!)
                : new JsonFault(member.Name, $"{element.Range}, or null for an empty element, is required.");
            if (fault is not null)
            {
                return null;
            }
        }

        fault = null;
        return Of(settings.Values);
    }

    private static JsonFault? Twice(Dictionary<string, EasSetting> settings, EasSetting setting) =>
        settings.TryAdd(setting.Name, setting) ? null : new JsonFault(setting.Name, "This member appears twice.");

    private static bool Read(EasElement element, JsonElement value, out EasSetting? setting)
    {
        setting = value.ValueKind switch
        {
            JsonValueKind.Null => new EasSetting(element.Name, null, []),
            JsonValueKind.Number when value.TryGetInt64(out var number) && element.Takes(number) => new EasSetting(element.Name, number),
            JsonValueKind.Array
                when element.Kind == EasKind.List && value.EnumerateArray().All(item => item.ValueKind == JsonValueKind.String) =>
                new EasSetting(element.Name, null, value.EnumerateArray().Select(item => item.GetString()!).ToValueList()),
            _ => null,
        };
        return setting is not null;
    }

    private static bool IsRight(EasSetting setting) =>
        EasElement.Find(setting.Name) is { } element
        && (setting.Number is { } number ? element.Takes(number) && setting.Items.Count == 0 : element.Kind == EasKind.List);
}
