using System.Text.Json;
using System.Text.Json.Serialization;
using MamConsole.PolicyEngine.Values;

namespace MamConsole.PolicyEngine.Eas;

/// <summary>
/// What Exchange asks of a device: the elements of EASProvisionDoc that say something, each in its range. As JSON an object of element
/// names; switches are 0 or 1, null and an empty list say what an absent member says.
/// </summary>
[JsonConverter(typeof(EasPolicyConverter))]
public sealed record EasPolicy
{
    /// <summary>Asks for nothing.</summary>
    public static readonly EasPolicy Empty = new([]);

    private EasPolicy(ValueList<EasSetting> settings) => Settings = settings;

    /// <summary>In the order of <see cref="EasElement.All"/>.</summary>
    public ValueList<EasSetting> Settings { get; }

    /// <summary>The element's number; null when it is absent, empty or a list.</summary>
    public long? this[string name] => Settings.FirstOrDefault(setting => setting.Name == name)?.Number;

    /// <summary>Those that Windows does not evaluate: kept and shown, never compared.</summary>
    public IEnumerable<EasSetting> NotEvaluated => Settings.Where(setting => !EasElement.Find(setting.Name)!.OnWindows);

    /// <exception cref="ArgumentException">An element is unknown, out of range or there twice: the reader should have said so.</exception>
    public static EasPolicy Of(IEnumerable<EasSetting> settings)
    {
        ArgumentNullException.ThrowIfNull(settings);
        var byName = settings
            .Where(setting => setting.Number is not null || setting.Items.Count > 0)
            .ToDictionary(setting => setting.Name, StringComparer.Ordinal);
        return byName.Values.FirstOrDefault(setting => !IsRight(setting)) is { } wrong
            ? throw new ArgumentException(
                $"{wrong.Name} is no element of an Exchange policy, or has a value that it cannot have.",
                nameof(settings)
            )
            : new EasPolicy(
                EasElement.All.Where(element => byName.ContainsKey(element.Name)).Select(element => byName[element.Name]).ToValueList()
            );
    }

    /// <summary>Reads the JSON form strictly.</summary>
    /// <param name="json">The object.</param>
    /// <param name="fault">What is wrong, when it cannot be read.</param>
    public static EasPolicy? TryRead(JsonElement json, out JsonFault? fault)
    {
        if (json.ValueKind != JsonValueKind.Object)
        {
            fault = new JsonFault("", "An object with the elements of EASProvisionDoc is needed here.");
            return null;
        }

        var settings = new Dictionary<string, EasSetting>(StringComparer.Ordinal);
        foreach (var member in json.EnumerateObject())
        {
            fault =
                EasElement.Find(member.Name) is not { } element
                    ? new JsonFault(member.Name, "EASProvisionDoc has no such element: look for a misspelling.")
                : Read(element, member.Value, out var setting) ? Twice(settings, setting!)
                : new JsonFault(member.Name, $"{element.Range}, or null for an empty element, is needed here.");
            if (fault is not null)
            {
                return null;
            }
        }

        fault = null;
        return Of(settings.Values);
    }

    private static JsonFault? Twice(Dictionary<string, EasSetting> settings, EasSetting setting) =>
        settings.TryAdd(setting.Name, setting) ? null : new JsonFault(setting.Name, "This member stands here twice.");

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
