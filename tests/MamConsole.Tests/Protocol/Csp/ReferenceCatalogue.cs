using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using MamConsole.Protocol.Csp;

namespace MamConsole.Tests.Protocol.Csp;

/// <summary>The catalogue taken from Microsoft's DDFs, one row for each node.</summary>
internal static class ReferenceCatalogue
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web);

    /// <summary>Every row; skips the test when the reference is not there.</summary>
    public static ImmutableArray<CatalogueRow> Rows() =>
        [.. JsonSerializer.Deserialize<CatalogueRow[]>(File.ReadAllBytes(ReferenceFolder.Require("reference/csp-catalog.json")), Options)!];
}

/// <summary>A row in the reference's own words; the properties bring them into the product's.</summary>
internal sealed record CatalogueRow(
    string Csp,
    string Uri,
    string? UriAlias,
    string Scope,
    ImmutableArray<string> Access,
    string Format,
    string? Default,
    CatalogueAllowed Allowed,
    string? OsMin,
    [property: JsonPropertyName("osBuilds")] string[]? OsBuilds,
    bool InsiderOnly,
    bool Deprecated,
    string Occurrence,
    string? ConflictResolution,
    bool AtomicRequired,
    string? Reboot,
    bool? HomeEdition,
    string ConsoleUse)
{
    public CspFormat CspFormat => Enum.Parse<CspFormat>(Format, ignoreCase: true);

    public CspAccess CspAccess => Access.Aggregate(default(CspAccess), (sum, one) => sum | Enum.Parse<CspAccess>(one));

    /// <summary>Builds before MAM count as the first with MAM.</summary>
    public string Builds => string.Join(" ", (OsBuilds ?? (OsMin is null ? [] : [OsMin])).Select(Parsed).Select(build => build < WindowsBuild.FirstWithMam ? WindowsBuild.FirstWithMam : build));

    public CspConflict Conflict => ConflictResolution switch
    {
        null => CspConflict.Unknown,
        "LastWrite" => CspConflict.LastWrite,
        "LowestValueMostSecure" => CspConflict.Lowest,
        "LowestValueMostSecureZeroHasNoLimits" => CspConflict.LowestButZero,
        "HighestValueMostSecure" => CspConflict.Highest,
        "HighestValueMostSecureZeroHasNoLimits" => CspConflict.HighestButZero,
        _ => throw new InvalidDataException(ConflictResolution),
    };

    private static WindowsBuild Parsed(string version)
    {
        var parts = version.Split('.').Skip(2).Select(part => int.Parse(part, CultureInfo.InvariantCulture)).ToArray();
        return new WindowsBuild(parts[0], parts.Length > 1 ? parts[1] : 0);
    }
}

/// <summary>The reference's range of values.</summary>
internal sealed record CatalogueAllowed(
    string Kind, JsonElement Values, long? Min, long? Max, JsonElement Special, CatalogueDesktop? Desktop, string? Separator, string? Pattern, string? Schema, bool Flags)
{
    /// <summary>The same range, told by what it is made of; a desktop's counts where there is one.</summary>
    public string Told => Kind switch
    {
        "none" => "any",
        "range" when Desktop is { } desktop => $"{desktop.Min}..{desktop.Max} {string.Join(',', desktop.Special)}",
        "range" => $"{Min}..{Max} {string.Join(',', Special.ValueKind == JsonValueKind.Array ? Special.EnumerateArray().Select(one => one.GetProperty("value").GetString()) : [])}",
        "enum" => $"{(Flags ? "flags" : "of")} {string.Join(' ', Values.EnumerateArray().Select(one => Plain(one.GetProperty("value").GetString()!)).Order(StringComparer.Ordinal))}",
        "list" => $"list {(Separator == "U+F000" ? "\uF000" : Separator)}",
        "regex" => $"form {Pattern} {Separator}",
        "xsd" => $"xml {Schema}",
        _ => throw new InvalidDataException(Kind),
    };

    private static string Plain(string value) =>
        value.StartsWith("0x", StringComparison.Ordinal) ? Convert.ToInt64(value, 16).ToString(CultureInfo.InvariantCulture) : value;
}

/// <summary>What a desktop takes of a range that phones took more of.</summary>
internal sealed record CatalogueDesktop(ImmutableArray<string> Special, long Min, long Max);
