using System.Buffers;
using System.Collections.Immutable;
using System.Text;

namespace MamConsole.Protocol.Csp;

/// <summary>One address, followed through the catalogue's tree segment by segment. Resolves nothing: what would have to be resolved leads nowhere.</summary>
internal readonly ref struct CspWalk
{
    /// <summary>Characters of an address; the longest node with a long name in it stays far below.</summary>
    private const int Longest = 1024;

    private const string Here = "./";

    private const string Device = "Device/";

    /// <summary>What RFC 3986 lets stand in a segment, the percent sign, the braces of placeholders, and what parts segments.</summary>
    private static readonly SearchValues<char> Plain = SearchValues.Create(
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~!$&'()*+,;=:@%{}/"
    );

    private readonly CspPlace root;
    private readonly ReadOnlySpan<char> path;

    public CspWalk(CspPlace root, string locUri)
    {
        this.root = root;
        var rest = locUri.AsSpan();
        if (rest.Length > Longest || rest.ContainsAnyExcept(Plain))
        {
            return;
        }

        var isDocumented = rest.StartsWith(Here, StringComparison.Ordinal);
        rest = isDocumented ? rest[Here.Length..] : rest;
        var namesDevice = rest.StartsWith($"{Device}Vendor/", StringComparison.OrdinalIgnoreCase);
        isDocumented &= !namesDevice || rest.StartsWith(Device, StringComparison.Ordinal);
        rest = namesDevice ? rest[Device.Length..] : rest;
        isDocumented &= !rest.EndsWith('/');
        path = rest.EndsWith('/') ? rest[..^1] : rest;

        var place = root;
        foreach (var range in path.Split('/'))
        {
            var segment = path[range];
            if (place.Follow(segment) is { } fixedPlace)
            {
                place = fixedPlace;
                isDocumented &= segment.SequenceEqual(place.Name);
            }
            else if (place.Chosen is { } chosen && ChosenName.TryRead(segment, chosen.Name, out var isCanonical))
            {
                place = chosen;
                isDocumented &= isCanonical;
            }
            else
            {
                return;
            }
        }

        End = place;
        IsCanonical = isDocumented && place.Node?.Uri.StartsWith(Here + Device, StringComparison.Ordinal) == namesDevice;
    }

    /// <summary>Where it ends; null when it leads nowhere.</summary>
    public CspPlace? End { get; }

    /// <summary>Whether it is spelled as this server spells it.</summary>
    public bool IsCanonical { get; }

    /// <summary>The address as this server spells it.</summary>
    public string Canonical()
    {
        var canonical = new StringBuilder(End!.Node!.Uri.StartsWith(Here + Device, StringComparison.Ordinal) ? Here + Device : Here);
        var place = root;
        foreach (var range in path.Split('/'))
        {
            var segment = path[range];
            canonical.Append(place == root ? "" : "/");
            place = place.Follow(segment) ?? place.Chosen!;
            canonical.Append(place.IsChosen ? ChosenName.Canonical(segment) : place.Name);
        }

        return canonical.ToString();
    }

    /// <summary>What stands for the placeholders.</summary>
    public ImmutableArray<(string Placeholder, string Name)> Names()
    {
        var names = ImmutableArray.CreateBuilder<(string, string)>();
        var place = root;
        foreach (var range in path.Split('/'))
        {
            var segment = path[range];
            place = place.Follow(segment) ?? place.Chosen!;
            if (place.IsChosen)
            {
                names.Add((place.Name, ChosenName.Decode(segment)!));
            }
        }

        return names.ToImmutable();
    }
}
