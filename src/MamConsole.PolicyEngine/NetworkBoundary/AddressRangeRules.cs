using FluentValidation;
using MamConsole.PolicyEngine.Findings;
using MamConsole.PolicyEngine.Values;

namespace MamConsole.PolicyEngine.NetworkBoundary;

/// <summary>Rules W-NET-08 to 10: the address ranges (docs/reference/wip-authoring.md §6).</summary>
internal static class AddressRangeRules
{
    private static readonly IpRange[] Private = [Block("10.0.0.0/8"), Block("172.16.0.0/12"), Block("192.168.0.0/16")];

    /// <summary>The private ranges that home routers commonly use; other private ranges are rare in homes.</summary>
    private static readonly IpRange[] Homes = [Block("192.168.0.0/16"), Block("10.0.0.0/23"), Block("10.1.1.0/24"), Block("172.16.0.0/23")];

    private static readonly (IpRange Range, string Words)[] Odd =
    [
        (Block("127.0.0.0/8"), "the PC itself"),
        (Block("::1/128"), "the PC itself"),
        (Block("224.0.0.0/4"), "multicast"),
        (Block("ff00::/8"), "multicast"),
        (Block("169.254.0.0/16"), "link-local addresses"),
        (Block("fe80::/10"), "link-local addresses"),
    ];

    public static void Check(NetworkBoundarySettings s, ValidationContext<NetworkBoundarySettings> c)
    {
        var ranges = new List<IpRange>();
        var rows = new List<int>();
        foreach (var (i, row) in s.IpRanges.Index())
        {
            var field = $"IpRanges[{i}]";
            if (!IpRange.TryParse(row.First, row.Last, out var range, out var fault))
            {
                c.AddFinding(field, "W-NET-08", Severity.Block, fault.Reason, fault.Suggestion);
                continue;
            }

            Odds(range, field, c);
            ranges.Add(range);
            rows.Add(i);
        }

        Overlaps(ranges, rows, c);
        if (
            ranges.Count > 0
            && s.DomainNames.Count == 0
            && ranges.TrueForAll(range => Array.Exists(Private, p => p.Contains(range)))
            && ranges.Exists(range => Array.Exists(Homes, range.Overlaps))
        )
        {
            c.AddFinding(
                "IpRanges",
                "W-NET-10",
                Severity.Warn,
                "Home networks use these addresses too, where they would also count as work. Add the domain names of your network."
            );
        }
    }

    /// <summary>
    /// Reports each overlap at the later row. In order of their first addresses, a range that begins before the furthest end so far
    /// overlaps the range with that end, so the ranges need not be compared in pairs.
    /// </summary>
    private static void Overlaps(List<IpRange> ranges, List<int> rows, ValidationContext<NetworkBoundarySettings> c)
    {
        var known = new HashSet<int>();
        foreach (var family in Enumerable.Range(0, ranges.Count).GroupBy(i => ranges[i].IsV4))
        {
            int? furthest = null;
            foreach (var i in family.OrderBy(i => Number(ranges[i].First)).ThenBy(i => i))
            {
                if (furthest is { } reach && Number(ranges[i].First) <= Number(ranges[reach].Last))
                {
                    var (earlier, later) = i < reach ? (i, reach) : (reach, i);
                    if (known.Add(later))
                    {
                        c.AddFinding($"IpRanges[{rows[later]}]", "W-NET-09", Severity.Warn, $"This range overlaps {ranges[earlier]}.");
                    }
                }

                furthest = furthest is { } end && Number(ranges[end].Last) >= Number(ranges[i].Last) ? furthest : i;
            }
        }
    }

    private static UInt128 Number(System.Net.IPAddress address)
    {
        Span<byte> bytes = stackalloc byte[16];
        _ = address.TryWriteBytes(bytes, out var length);
        return System.Buffers.Binary.BinaryPrimitives.ReadUInt128BigEndian(bytes) >> (8 * (16 - length));
    }

    private static void Odds(IpRange range, string field, ValidationContext<NetworkBoundarySettings> c)
    {
        // A range is too wide above an IPv4 /8 or an IPv6 /16, which no organization owns.
        if (range.Size > System.Numerics.BigInteger.One << (range.IsV4 ? 24 : 112))
        {
            c.AddFinding(
                field,
                "W-NET-09",
                Severity.Warn,
                "This range is wider than any organization's network: most of the internet would count as work."
            );
        }
        else if (range.First.Equals(System.Net.IPAddress.Any) || range.First.Equals(System.Net.IPAddress.IPv6Any))
        {
            c.AddFinding(field, "W-NET-09", Severity.Warn, "This range contains the unspecified address.");
        }
        else if (Array.Find(Odd, odd => odd.Range.Overlaps(range)).Words is { } words)
        {
            c.AddFinding(field, "W-NET-09", Severity.Warn, $"This range contains {words}.");
        }
    }

    private static IpRange Block(string text) => IpRange.FromBlock(text) ?? throw new FormatException(text);
}
