using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Net;
using MamConsole.PolicyEngine.Values;

namespace MamConsole.PolicyEngine.Connectivity;

/// <summary>A network behind a connection, such as <c>10.0.0.0/8</c>.</summary>
/// <param name="Address">The first address of the network.</param>
/// <param name="Prefix">The length of the prefix in bits: 0 to 32, or to 128 for IPv6.</param>
internal sealed record VpnRoute(IPAddress Address, int Prefix)
{
    /// <summary>Parses a network whose address has no bits beyond its prefix; otherwise suggests the intended network.</summary>
    public static bool TryRead(string typed, [NotNullWhen(true)] out VpnRoute? route, [NotNullWhen(false)] out TextFault? fault)
    {
        (route, fault) = (null, null);
        var parts = typed.Trim().Split('/');
        if (parts.Length > 2 || parts[0].Contains('%', StringComparison.Ordinal) || !TryAddress(parts[0], out var address))
        {
            fault = new TextFault(
                TextFaultKind.Malformed,
                "Enter a network as its first address, a slash and its length, such as 10.0.0.0/8."
            );
            return false;
        }

        var bits = address.GetAddressBytes().Length * 8;
        if (parts.Length == 1)
        {
            fault = new TextFault(TextFaultKind.Malformed, "The prefix length is missing.", $"{address}/{bits}");
            return false;
        }

        if (!int.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out var prefix) || prefix > bits)
        {
            fault = new TextFault(TextFaultKind.Malformed, $"The prefix length must be 0 to {bits}.");
            return false;
        }

        if (FirstOf(address, prefix) is var first && !first.Equals(address))
        {
            fault = new TextFault(TextFaultKind.NotCanonical, "The address has bits beyond the prefix.", $"{first}/{prefix}");
            return false;
        }

        route = new VpnRoute(address, prefix);
        return true;
    }

    public override string ToString() => $"{Address}/{Prefix}";

    /// <summary>Windows' short forms (10.1 for 10.0.0.1) are treated as errors.</summary>
    private static bool TryAddress(string text, [NotNullWhen(true)] out IPAddress? address) =>
        IPAddress.TryParse(text, out address)
        && (address.AddressFamily == System.Net.Sockets.AddressFamily.InterNetworkV6 || text.Count(c => c == '.') == 3);

    private static IPAddress FirstOf(IPAddress address, int prefix)
    {
        var bytes = address.GetAddressBytes();
        for (var i = 0; i < bytes.Length; i++)
        {
            var own = Math.Clamp(prefix - (i * 8), 0, 8);
            bytes[i] &= (byte)(0xFF << (8 - own));
        }

        return new IPAddress(bytes);
    }
}
