using System.Net;
using System.Net.Http.Headers;

namespace MamConsole.Simulator.Wire;

/// <summary>
/// Requests the terms of use as Windows' web view does: the page with the user's token, and its form without it (docs/reference/protocol.md
/// §1.2).
/// </summary>
internal sealed class TermsClient(HttpClient http)
{
    private const string RedirectUri = "ms-appx-web://Microsoft.AAD.BrokerPlugin/ToUResponse";
    private const long LargestPage = 1024 * 1024;

    public async Task<TermsReport> AnswerAsync(Uri address, string token, bool accept, CancellationToken cancellation)
    {
        var query = $"redirect_uri={Uri.EscapeDataString(RedirectUri)}&client-request-id={Guid.NewGuid():D}&api-version=1.0";
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(address, $"?{query}"));
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        request.Headers.TryAddWithoutValidation("CXH-HOST", "MOSET");
        try
        {
            using var page = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellation).ConfigureAwait(false);
            if (page.StatusCode != HttpStatusCode.OK)
            {
                return Read(page, null);
            }

            await page.Content.LoadIntoBufferAsync(LargestPage, cancellation).ConfigureAwait(false);
            var text = await page.Content.ReadAsStringAsync(cancellation).ConfigureAwait(false);
            if (Attribute(text, "name=\"state\"", "value") is not { } state || Attribute(text, "<form", "action") is not { } action)
            {
                return new TermsReport(null, text, "The page has no form that can be submitted.");
            }

            using var form = new FormUrlEncodedContent(
                new Dictionary<string, string> { ["state"] = state, ["answer"] = accept ? "accept" : "decline" }
            );
            using var answer = await http.PostAsync(new Uri(address, action), form, cancellation).ConfigureAwait(false);
            return Read(answer, text);
        }
        catch (Exception unreachable)
            when (unreachable is HttpRequestException or IOException
                || (unreachable is TaskCanceledException && !cancellation.IsCancellationRequested)
            )
        {
            return new TermsReport(null, null, unreachable.Message);
        }
    }

    /// <summary>Evaluates the address that the web view is redirected to.</summary>
    private static TermsReport Read(HttpResponseMessage answer, string? page)
    {
        var target = answer.Headers.Location?.OriginalString ?? "";
        if (!target.StartsWith(RedirectUri + "?", StringComparison.Ordinal))
        {
            return new TermsReport(
                null,
                page,
                $"The response is not a redirect that the web view supports (HTTP {(int)answer.StatusCode})."
            );
        }

        var fields = target[(RedirectUri.Length + 1)..]
            .Split('&')
            .Select(field => field.Split('=', 2))
            .Where(pair => pair.Length == 2)
            .ToLookup(pair => pair[0], pair => Uri.UnescapeDataString(pair[1]));
        return (fields["IsAccepted"].ToArray(), fields["OpaqueBlob"].ToArray()) switch
        {
            (["true"], [{ Length: > 0 } blob]) => new TermsReport(blob, page, "Accepted."),
            (["false"], _) => new TermsReport(null, page, "Declined."),
            _ => new TermsReport(
                null,
                page,
                $"Not shown: {fields["error"].FirstOrDefault()}, {fields["error_description"].FirstOrDefault()}."
            ),
        };
    }

    /// <summary>
    /// Returns an attribute of the first element that contains the mark. A text search is sufficient, because the device only gets the
    /// server's own page.
    /// </summary>
    private static string? Attribute(string page, string mark, string name)
    {
        var at = page.IndexOf(mark, StringComparison.Ordinal);
        if (at < 0)
        {
            return null;
        }

        var open = page.LastIndexOf('<', at);
        var element = page[open..page.IndexOf('>', at)];
        var value = element.IndexOf($" {name}=\"", StringComparison.Ordinal);
        if (value < 0)
        {
            return null;
        }

        value += name.Length + 3;
        return WebUtility.HtmlDecode(element[value..element.IndexOf('"', value)]);
    }
}
