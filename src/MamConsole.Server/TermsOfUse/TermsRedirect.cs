using System.Text.RegularExpressions;

namespace MamConsole.Server.TermsOfUse;

/// <summary>
/// The redirect address of an answer: the <c>redirect_uri</c> of the request, if it belongs to an allowed app of Windows
/// (docs/reference/protocol.md §1.2, docs/reference/abuse-cases.md TU-01 to TU-05). Any other address would make the server an open
/// redirector.
/// </summary>
internal static partial class TermsRedirect
{
    /// <summary>The maximum number of characters; the addresses of Windows have about 60.</summary>
    private const int MaximumLength = 2_048;

    /// <summary>The query parameters of the answer; an address that already contains one could answer in place of the person.</summary>
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
    /// Scheme, host, path and query of plain characters and their percent-encoded forms; no port, no user, no fragment, no white space.
    /// </summary>
    [GeneratedRegex(
        """\A(?:(?<app>ms-appx-web)|ms-aadj-redir)://(?<host>[A-Za-z0-9.-]+)(?:/(?:[A-Za-z0-9._~!$'()*+,;=:@/-]|%[2-7][0-9A-Fa-f])*)?(?:\?(?<query>(?:[A-Za-z0-9._~!$'()*+,;=:@/?&-]|%[2-7][0-9A-Fa-f])*))?\z""",
        RegexOptions.CultureInvariant
    )]
    private static partial Regex Shape();
}
