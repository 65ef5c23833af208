using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace MamConsole.PolicyEngine.Values;

/// <summary>A proxy: a host or an address, with an optional port (docs/reference/wip-authoring.md §6). Lowercase.</summary>
public sealed record ProxyAddress
{
    private ProxyAddress(string host, int? port)
    {
        Host = host;
        Port = port;
    }

    /// <summary>The host or address; IPv6 without brackets.</summary>
    public string Host { get; }

    /// <summary>The port, 1 to 65535; null = none.</summary>
    public int? Port { get; }

    /// <exception cref="FormatException">The text is not a proxy; the message states why.</exception>
    public static ProxyAddress Parse(string text) =>
        TryParse(text, out var proxy, out var fault) ? proxy : throw new FormatException(fault.Reason);

    public static bool TryParse(string? text, [NotNullWhen(true)] out ProxyAddress? proxy, [NotNullWhen(false)] out TextFault? fault)
    {
        (proxy, fault) = Read(text ?? "");
        if (proxy is null && fault is not null)
        {
            var repaired = HostText.Repair(text ?? "");
            fault = fault with { Suggestion = repaired != text && Read(repaired).Proxy is { } meant ? meant.ToString() : null };
        }

        return fault is null;
    }

    public override string ToString() =>
        Port is null ? Host
        : Host.Contains(':', StringComparison.Ordinal) ? $"[{Host}]:{Port}"
        : $"{Host}:{Port}";

    private static (ProxyAddress? Proxy, TextFault? Fault) Read(string text)
    {
        if (HostText.CommonFault(text, "proxy") is { } fault)
        {
            return (null, fault);
        }

        if (V6(text) is { } bare)
        {
            return (new ProxyAddress(bare, null), null);
        }

        // A colon inside brackets belongs to the address.
        var colon = text.EndsWith(']') ? -1 : text.LastIndexOf(':');
        var host = colon < 0 ? text : text[..colon];
        int? port =
            colon < 0 ? null
            : int.TryParse(text.AsSpan(colon + 1), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number
            : 0;
        if (port is < 1 or > 65535)
        {
            return (null, new TextFault(TextFaultKind.Malformed, "The port must be a number from 1 to 65535."));
        }

        if (host.StartsWith('[') && host.EndsWith(']') && V6(host[1..^1]) is { } bracketed)
        {
            return (new ProxyAddress(bracketed, port), null);
        }

        var labels = host.Split('.');
        if (labels[^1].All(char.IsAsciiDigit) && !(labels.Length == 4 && IPAddress.TryParse(host, out _)))
        {
            return (null, new TextFault(TextFaultKind.Malformed, "This is neither a host nor an address."));
        }

        return host.Length is >= 1 and <= 253 && labels.All(HostName.IsLabel)
            ? (new ProxyAddress(host.ToLowerInvariant(), port), null)
            : (null, new TextFault(TextFaultKind.Malformed, "Enter a host or an address, with an optional port: proxy.contoso.com:8080."));
    }

    private static string? V6(string text) =>
        text.AsSpan().IndexOfAny("%[]/") < 0
        && IPAddress.TryParse(text, out var address)
        && address.AddressFamily == AddressFamily.InterNetworkV6
            ? address.ToString()
            : null;
}
