using System.Collections.Concurrent;

namespace MamConsole.IntegrationTests;

/// <summary>
/// Stores cookies by name, as a browser does for one host. The framework's container is not suitable: it never sends a Secure cookie to a
/// plain http address, which browsers do on loopback.
/// </summary>
internal sealed class BrowserCookies() : DelegatingHandler(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false })
{
    private readonly ConcurrentDictionary<string, string> cookies = new(StringComparer.Ordinal);

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        if (!cookies.IsEmpty)
        {
            request.Headers.Add("Cookie", string.Join("; ", cookies.Select(cookie => $"{cookie.Key}={cookie.Value}")));
        }

        var response = await base.SendAsync(request, cancellationToken);
        if (response.Headers.TryGetValues("Set-Cookie", out var set))
        {
            foreach (var cookie in set)
            {
                var (name, value) = (cookie[..cookie.IndexOf('=')], cookie[(cookie.IndexOf('=') + 1)..].Split(';')[0]);
                if (value.Length == 0)
                {
                    cookies.TryRemove(name, out _);
                }
                else
                {
                    cookies[name] = value;
                }
            }
        }

        return response;
    }
}
