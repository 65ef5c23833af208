using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json.Serialization;
using MamConsole.Protocol.Csp;

namespace MamConsole.Tests.Protocol.Csp;

/// <summary>A row of the reference with its own terms; the properties convert them to those of the product.</summary>
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
    string ConsoleUse
)
{
    public CspFormat CspFormat => Enum.Parse<CspFormat>(Format, ignoreCase: true);

    public CspAccess CspAccess => Access.Aggregate(default(CspAccess), (sum, one) => sum | Enum.Parse<CspAccess>(one));

    /// <summary>The builds with the node. Builds before MAM are listed as the first one with MAM.</summary>
    public string Builds =>
        string.Join(
            " ",
            (OsBuilds ?? (OsMin is null ? [] : [OsMin]))
                .Select(Parsed)
                .Select(build => build < WindowsBuild.FirstWithMam ? WindowsBuild.FirstWithMam : build)
        );

    public CspConflict Conflict =>
        ConflictResolution switch
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
