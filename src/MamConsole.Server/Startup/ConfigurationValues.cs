using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;
using MamConsole.PolicyEngine.Values;

namespace MamConsole.Server.Startup;

/// <summary>The kinds of values of settings.</summary>
internal static partial class ConfigurationValues
{
    public static ConfigurationValue Text { get; } = new("a text", _ => true);

    public static ConfigurationValue Id { get; } =
        new("a GUID of 36 characters, as shown by Entra", value => Guid.TryParseExact(value, "D", out var id) && id != Guid.Empty);

    public static ConfigurationValue Flag { get; } = new("true or false", value => bool.TryParse(value, out _));

    public static ConfigurationValue Https { get; } =
        new("an https address without a query", value => IsAddress(value, out var uri) && uri.Scheme == Uri.UriSchemeHttps);

    /// <summary>A collector on the same machine is usually reached without TLS.</summary>
    public static ConfigurationValue Collector { get; } =
        new(
            "an http or https address without a user and without a query",
            value => IsAddress(value, out var uri) && uri.Scheme is "http" or "https" && uri.UserInfo.Length == 0
        );

    public static ConfigurationValue Origin { get; } =
        new(
            "an address without a path: the server does not support a base path",
            value => IsAddress(value, out var uri) && uri.Scheme is "http" or "https" && uri.PathAndQuery == "/" && uri.UserInfo.Length == 0
        );

    public static ConfigurationValue AppIdUri { get; } =
        new(
            "the App ID URI of the MAM application, which begins with https:// or api://",
            value => IsAddress(value, out var uri) && uri.Scheme is "https" or "api"
        );

    public static ConfigurationValue Domain { get; } =
        new("a domain such as contoso.com", value => DomainName.TryParse(value, out _, out _))
        {
            Detail = value => DomainName.TryParse(value, out _, out var fault) ? "" : fault.Reason,
        };

    public static ConfigurationValue ProviderName { get; } =
        new(
            "1 to 64 letters, digits, dots, hyphens or underscores: it is the name of a node in each device's management tree",
            ProviderPattern().IsMatch
        );

    public static ConfigurationValue AppHost { get; } =
        new(
            "the name of an app as it follows ms-appx-web://, without a path",
            value => value.All(c => char.IsAsciiLetterOrDigit(c) || c is '.' or '-')
        );

    public static ConfigurationValue FrameAncestor { get; } =
        new(
            "one source of CSP's frame-ancestors, such as *, ms-appx-web: or https://login.example",
            value => value.All(c => char.IsAsciiLetterOrDigit(c) || c is '.' or '-' or ':' or '/' or '*' or '\'')
        );

    public static ConfigurationValue Proxy { get; } =
        new(
            "an IP address or a network such as 10.0.0.0/24",
            value => IPAddress.TryParse(value, out _) || IPNetwork.TryParse(value, out _)
        );

    public static ConfigurationValue Number(int from, int to) =>
        new(
            string.Create(CultureInfo.InvariantCulture, $"a number from {from} to {to}"),
            value => int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= from && number <= to
        );

    /// <summary>A number in the range, or 0 with a special meaning.</summary>
    public static ConfigurationValue NumberOrZero(int from, int to)
    {
        var number = Number(from, to);
        return new($"0, or {number.Allowed}", value => value == "0" || number.IsAllowed(value));
    }

    public static ConfigurationValue OneOf(params string[] values) =>
        new($"one of {string.Join(", ", values)}", value => values.Contains(value, StringComparer.OrdinalIgnoreCase));

    private static bool IsAddress(string value, [NotNullWhen(true)] out Uri? uri) =>
        Uri.TryCreate(value, UriKind.Absolute, out uri) && uri.Query.Length == 0 && uri.Fragment.Length == 0;

    [GeneratedRegex("^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$")]
    private static partial Regex ProviderPattern();
}
