using System.Text.RegularExpressions;

namespace MamConsole.Server.TermsOfUse;

/// <summary>
/// Where an answer goes: the <c>redirect_uri</c> of the request, if it leads into an app of Windows that is allowed
/// (docs/reference/protocol.md §1.2,
/// docs/reference/abuse-cases.md TU-01 to TU-05). Everything else would make an open redirector of the server.
/// </summary>
internal static partial class TermsRedirect
{
    /// <summary>Characters at most; Windows' own have about 60.</summary>
    private const int MaximumLength = 2_048;

    /// <summary>What the answer itself says; an address that says it already would answer in the person's place.</summary>
    private static readonly string[] Ours = ["IsAccepted", "OpaqueBlob", "error", "error_description"];

    public static bool IsAllowed(string? address, TermsOptions options) =>
        address is { Length: > 0 and <= MaximumLength }
        && Shape().Match(address) is { Success: true } match
        && (
            match.Groups["app"].Success
                ? options.RedirectHosts.Contains(match.Groups["host"].Value, StringComparer.OrdinalIgnoreCase)
                : match.Groups["host"].Value.Equals("auth", StringComparison.OrdinalIgnoreCase)
        )
        && !HasOwnParameter(match.Groups["query"].Value);

    public static string Accepted(string address, string blob) => With(address, $"IsAccepted=true&OpaqueBlob={Uri.EscapeDataString(blob)}");

    public static string Declined(string address) => With(address, "IsAccepted=false");

    public static string Failed(string address, string error, string description) =>
        With(address, $"error={error}&error_description={Uri.EscapeDataString(description)}");

    private static string With(string address, string answer) =>
        !address.Contains('?', StringComparison.Ordinal) ? $"{address}?{answer}"
        : address[^1] is '?' or '&' ? address + answer
        : $"{address}&{answer}";

    private static bool HasOwnParameter(string query) =>
        query.Split('&').Any(part => Ours.Contains(Uri.UnescapeDataString(part.Split('=')[0]).Trim(), StringComparer.OrdinalIgnoreCase));

    /// <summary>
    /// Scheme, host, path and query of plain characters and percent codes of such; no port, no person, no fragment, no white space.
    /// </summary>
    [GeneratedRegex(
        """\A(?:(?<app>ms-appx-web)|ms-aadj-redir)://(?<host>[A-Za-z0-9.-]+)(?:/(?:[A-Za-z0-9._~!$'()*+,;=:@/-]|%[2-7][0-9A-Fa-f])*)?(?:\?(?<query>(?:[A-Za-z0-9._~!$'()*+,;=:@/?&-]|%[2-7][0-9A-Fa-f])*))?\z""",
        RegexOptions.CultureInvariant
    )]
    private static partial Regex Shape();
}
