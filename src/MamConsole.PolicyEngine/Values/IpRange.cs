using System.Diagnostics.CodeAnalysis;
using System.Net;
using System.Net.Sockets;
using System.Numerics;

namespace MamConsole.PolicyEngine.Values;

/// <summary>A range of addresses of one family, both ends included (W-NET-08).</summary>
public sealed record IpRange
{
    private IpRange(IPAddress first, IPAddress last)
    {
        First = first;
        Last = last;
    }

    public IPAddress First { get; }

    public IPAddress Last { get; }

    public bool IsV4 => First.AddressFamily == AddressFamily.InterNetwork;

    /// <summary>The number of addresses in the range.</summary>
    public BigInteger Size => Number(Last) - Number(First) + 1;

    /// <exception cref="FormatException">The text is not a range; the message states why.</exception>
    public static IpRange Parse(string first, string last) =>
        TryParse(first, last, out var range, out var fault) ? range : throw new FormatException(fault.Reason);

    /// <summary>Parses both ends. The suggestion, if any, has the form <c>first-last</c>.</summary>
    public static bool TryParse(
        string? first,
        string? last,
        [NotNullWhen(true)] out IpRange? range,
        [NotNullWhen(false)] out TextFault? fault
    )
    {
        (range, fault) = Read((first ?? "").Trim(), (last ?? "").Trim());
        return fault is null;
    }

    /// <summary>Returns the range of a CIDR block such as <c>10.0.0.0/8</c>, or null when the text is not a block.</summary>
    public static IpRange? FromBlock(string? text) =>
        IPNetwork.TryParse(text?.Trim(), out var block) && Bits(block.BaseAddress) is var bits
            ? new IpRange(block.BaseAddress, Address(Number(block.BaseAddress) + (BigInteger.One << (bits - block.PrefixLength)) - 1, bits))
            : null;

    public bool Overlaps(IpRange other)
    {
        ArgumentNullException.ThrowIfNull(other);
        return IsV4 == other.IsV4 && Number(First) <= Number(other.Last) && Number(other.First) <= Number(Last);
    }

    /// <summary>Whether this range contains every address of the other one.</summary>
    public bool Contains(IpRange other)
    {
        ArgumentNullException.ThrowIfNull(other);
        return IsV4 == other.IsV4 && Number(First) <= Number(other.First) && Number(other.Last) <= Number(Last);
    }

    /// <summary>Returns the form that is sent to devices: <c>first-last</c>.</summary>
    public override string ToString() => $"{First}-{Last}";

    private static (IpRange? Range, TextFault? Fault) Read(string first, string last)
    {
        if (first.Length == 0 && last.Length == 0)
        {
            return (null, new TextFault(TextFaultKind.Empty, "The row is empty: enter both addresses or remove the row."));
        }

        // One of the two fields contains a block or a whole range.
        var whole =
            first.Length == 0 ? last
            : last.Length == 0 ? first
            : "";
        if (
            whole.Contains('/', StringComparison.Ordinal)
            || first.Contains('/', StringComparison.Ordinal)
            || last.Contains('/', StringComparison.Ordinal)
        )
        {
            return (
                null,
                new TextFault(
                    TextFaultKind.Malformed,
                    "Windows requires the first and the last address, not a block with a slash.",
                    FromBlock(whole)?.ToString()
                )
            );
        }

        if (whole.Split('-') is [{ Length: > 0 } from, { Length: > 0 } to] && Read(from.Trim(), to.Trim()).Range is { } meant)
        {
            return (
                null,
                new TextFault(TextFaultKind.Separator, "Enter the first and the last address in separate fields.", meant.ToString())
            );
        }

        if (first.Length == 0 || last.Length == 0)
        {
            return (
                null,
                new TextFault(
                    TextFaultKind.Malformed,
                    first.Length == 0 ? "The first address is missing." : "The last address is missing.",
                    Strict(first) is { } single ? $"{single}-{single}" : null
                )
            );
        }

        if (Strict(first) is not { } low || Strict(last) is not { } high)
        {
            return (
                null,
                new TextFault(
                    TextFaultKind.Malformed,
                    $"{(Strict(first) is null ? first : last)} is not an address. Enter four numbers such as 10.20.0.0, or an IPv6 "
                        + "address without zone and port."
                )
            );
        }

        if (low.AddressFamily != high.AddressFamily)
        {
            return (null, new TextFault(TextFaultKind.Malformed, "Both addresses must be IPv4, or both IPv6."));
        }

        return Number(low) <= Number(high)
            ? (new IpRange(low, high), null)
            : (null, new TextFault(TextFaultKind.Malformed, "The first address is above the last one.", $"{high}-{low}"));
    }

    // IPAddress also parses "10.1", "0x7f.1" and octal numbers, which Windows may interpret differently.
    private static IPAddress? Strict(string text)
    {
        if (!IPAddress.TryParse(text, out var address))
        {
            return null;
        }

        return address.AddressFamily == AddressFamily.InterNetwork ? (address.ToString() == text ? address : null)
            : text.AsSpan().IndexOfAny("%[]/") < 0 ? address
            : null;
    }

    private static BigInteger Number(IPAddress address) => new(address.GetAddressBytes(), isUnsigned: true, isBigEndian: true);

    private static int Bits(IPAddress address) => address.AddressFamily == AddressFamily.InterNetwork ? 32 : 128;

    private static IPAddress Address(BigInteger number, int bits)
    {
        var bytes = number.ToByteArray(isUnsigned: true, isBigEndian: true);
        var padded = new byte[bits / 8];
        bytes.CopyTo(padded, padded.Length - bytes.Length);
        return new IPAddress(padded);
    }
}
