using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Serialization;
using MamConsole.PolicyEngine.DeviceLock;
using MamConsole.PolicyEngine.Findings;
using MamConsole.PolicyEngine.Values;

namespace MamConsole.PolicyEngine.Eas;

/// <summary>
/// DeviceLock nodes with the values that a MAM policy sends (docs/reference/eas.md §3); values outside their ranges are never included.
/// </summary>
[JsonConverter(typeof(LockNodesConverter))]
public sealed class LockNodes
{
    public const string DevicePasswordEnabled = nameof(DevicePasswordEnabled);
    public const string AllowSimpleDevicePassword = nameof(AllowSimpleDevicePassword);
    public const string MinDevicePasswordLength = nameof(MinDevicePasswordLength);
    public const string AlphanumericDevicePasswordRequired = nameof(AlphanumericDevicePasswordRequired);
    public const string MinDevicePasswordComplexCharacters = nameof(MinDevicePasswordComplexCharacters);
    public const string MaxInactivityTimeDeviceLock = nameof(MaxInactivityTimeDeviceLock);
    public const string MaxDevicePasswordFailedAttempts = nameof(MaxDevicePasswordFailedAttempts);
    public const string DevicePasswordExpiration = nameof(DevicePasswordExpiration);
    public const string DevicePasswordHistory = nameof(DevicePasswordHistory);

    /// <summary>The empty set: nothing is sent.</summary>
    public static readonly LockNodes None = new(ImmutableDictionary<string, int>.Empty);

    private static readonly ImmutableDictionary<string, Range> Ranges = new Dictionary<string, Range>
    {
        [DevicePasswordEnabled] = new(0, 1),
        [AllowSimpleDevicePassword] = new(0, 1),
        [MinDevicePasswordLength] = new(4, 16, ZeroToo: true),
        [AlphanumericDevicePasswordRequired] = new(0, 2),
        [MinDevicePasswordComplexCharacters] = new(1, 4),
        [MaxInactivityTimeDeviceLock] = new(0, 999),
        [MaxDevicePasswordFailedAttempts] = new(4, 16, ZeroToo: true),
        [DevicePasswordExpiration] = new(0, 730),
        [DevicePasswordHistory] = new(0, 50),
    }.ToImmutableDictionary(StringComparer.Ordinal);

    private readonly ImmutableDictionary<string, int> values;

    private LockNodes(ImmutableDictionary<string, int> values) => this.values = values;

    /// <summary>Returns the node's value, or null when it is not sent.</summary>
    public int? this[string name] => values.TryGetValue(name, out var value) ? value : null;

    /// <summary>The nodes that are sent, by name.</summary>
    internal IEnumerable<KeyValuePair<string, int>> Values => values.OrderBy(node => node.Key, StringComparer.Ordinal);

    /// <summary>The supported node names.</summary>
    public static IEnumerable<string> Names => Ranges.Keys.Order(StringComparer.Ordinal);

    /// <summary>Returns the nodes that a draft sends. A value that cannot be sent is omitted, as if its field were empty.</summary>
    public static LockNodes Of(DeviceLockSettings draft)
    {
        ArgumentNullException.ThrowIfNull(draft);
        return new(
            DeviceLockCompiler
                .Compile(DeviceLockRules.Parse(draft))
                .Select(node => (Name: node.LocUri[(node.LocUri.LastIndexOf('/') + 1)..], Value: FindingRules.Number(node.Value)))
                .Where(node => node.Value is { } value && Ranges[node.Name].Holds(value))
                .ToImmutableDictionary(node => node.Name, node => node.Value!.Value, StringComparer.Ordinal)
        );
    }

    /// <summary>Parses nodes from a JSON object strictly: names without their path, whole numbers in their ranges.</summary>
    /// <param name="json">The JSON object.</param>
    /// <param name="fault">The error, when the JSON cannot be parsed.</param>
    public static LockNodes? TryRead(JsonElement json, out JsonFault? fault)
    {
        if (json.ValueKind != JsonValueKind.Object)
        {
            fault = new JsonFault("", "An object with DeviceLock nodes is required.");
            return null;
        }

        var values = ImmutableDictionary.CreateBuilder<string, int>(StringComparer.Ordinal);
        foreach (var member in json.EnumerateObject())
        {
            fault =
                !Ranges.TryGetValue(member.Name, out var range)
                    ? new JsonFault(member.Name, "DeviceLock has no such node: check the spelling.")
                : member.Value.ValueKind != JsonValueKind.Number || !member.Value.TryGetInt32(out var value) || !range.Holds(value)
                    ? new JsonFault(member.Name, $"{range} is required.")
                : !values.TryAdd(member.Name, value) ? new JsonFault(member.Name, "This member appears twice.")
                : null;
            if (fault is not null)
            {
                return null;
            }
        }

        fault = null;
        return new(values.ToImmutable());
    }

    private sealed record Range(int Minimum, int Maximum, bool ZeroToo = false)
    {
        public bool Holds(int value) => (value >= Minimum && value <= Maximum) || (ZeroToo && value == 0);

        public override string ToString() =>
            Maximum == 1 ? "0 or 1" : $"{(ZeroToo ? "0 or a" : "A")} whole number from {Minimum} to {Maximum}";
    }
}
