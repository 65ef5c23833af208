using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;
using MamConsole.PolicyEngine.Values;

namespace MamConsole.Server.Startup;

/// <summary>What a value of a setting must look like; each says what is wrong, or null.</summary>
internal static partial class ConfigurationValues
{
    public static string? Anything(string value) => null;

    public static string? Id(string value) =>
        Guid.TryParseExact(value, "D", out var id) && id != Guid.Empty ? null : "must be an id of 36 characters, as Entra shows it.";

    public static string? Flag(string value) => bool.TryParse(value, out _) ? null : "must be true or false.";

    public static string? Https(string value) =>
        Uri.TryCreate(value, UriKind.Absolute, out var uri)
        && uri.Scheme == Uri.UriSchemeHttps
        && uri.Query.Length == 0
        && uri.Fragment.Length == 0
            ? null
            : "must be an https address without a query.";

    /// <summary>A collector beside the server is usually called without TLS.</summary>
    public static string? Collector(string value) =>
        Uri.TryCreate(value, UriKind.Absolute, out var uri)
        && uri.Scheme is "http" or "https"
        && uri.Query.Length == 0
        && uri.Fragment.Length == 0
        && uri.UserInfo.Length == 0
            ? null
            : "must be an http or https address without a user and without a query.";

    public static string? Origin(string value) =>
        Uri.TryCreate(value, UriKind.Absolute, out var uri)
        && uri.Scheme is "http" or "https"
        && uri.PathAndQuery == "/"
        && uri.Fragment.Length == 0
        && uri.UserInfo.Length == 0
            ? null
            : "must be an address without a path: the server cannot stand below one.";

    public static string? AppIdUri(string value) =>
        Uri.TryCreate(value, UriKind.Absolute, out var uri)
        && uri.Scheme is "https" or "api"
        && uri.Query.Length == 0
        && uri.Fragment.Length == 0
            ? null
            : "must be the App ID URI of the MAM application, which begins with https:// or api://.";

    public static string? Domain(string value) =>
        DomainName.TryParse(value, out _, out var fault) ? null : $"must be a domain such as contoso.com. {fault.Reason}";

    public static string? ProviderName(string value) =>
        ProviderPattern().IsMatch(value)
            ? null
            : "must be 1 to 64 letters, digits, dots, hyphens or underscores: it names a folder in each device's management tree.";

    public static string? AppHost(string value) =>
        value.All(c => char.IsAsciiLetterOrDigit(c) || c is '.' or '-')
            ? null
            : "must be the name of an app as it stands behind ms-appx-web://, without a path.";

    public static string? FrameAncestor(string value) =>
        value.All(c => char.IsAsciiLetterOrDigit(c) || c is '.' or '-' or ':' or '/' or '*' or '\'')
            ? null
            : "must be one source of CSP's frame-ancestors, such as *, ms-appx-web: or https://login.example.";

    public static string? Proxy(string value) =>
        IPAddress.TryParse(value, out _) || IPNetwork.TryParse(value, out _)
            ? null
            : "must be an IP address or a network such as 10.0.0.0/24.";

    public static Func<string, string?> Number(int from, int to) =>
        value =>
            int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= from && number <= to
                ? null
                : string.Create(CultureInfo.InvariantCulture, $"must be a number from {from} to {to}.");

    /// <summary>Zero has a meaning of its own.</summary>
    public static Func<string, string?> NumberOrZero(int from, int to) =>
        value =>
            value == "0" || Number(from, to)(value) is null
                ? null
                : string.Create(CultureInfo.InvariantCulture, $"must be 0, or a number from {from} to {to}.");

    public static Func<string, string?> OneOf(params string[] values) =>
        value => values.Contains(value, StringComparer.OrdinalIgnoreCase) ? null : $"must be one of {string.Join(", ", values)}.";

    [GeneratedRegex("^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$")]
    private static partial Regex ProviderPattern();
}
