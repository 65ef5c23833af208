using System.Net;

namespace MamConsole.DemoTenant;

/// <summary>
/// Redirects requests for the simulated Entra hosts to the loopback address of the tenant and rejects every other host, so that the demo
/// sends nothing outside of this machine. The demo's host injects it; the server does not depend on it.
/// </summary>
/// <param name="tenant">The tenant, which must be started before the first request.</param>
public sealed class LoopbackHosts(Tenant tenant) : DelegatingHandler(new SocketsHttpHandler { AllowAutoRedirect = false, UseProxy = false })
{
    // login.microsoftonline.com: MSAL queries instance discovery there for an authority that it does not recognize.
    private static readonly string[] Pretended = [Tenant.Instance.Host, "login.microsoftonline.com"];

    /// <inheritdoc />
    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        var requested = request.RequestUri ?? throw new HttpRequestException("The request has no address.");
        if (Pretended.Contains(requested.Host, StringComparer.OrdinalIgnoreCase))
        {
            request.RequestUri = new UriBuilder(requested)
            {
                Scheme = tenant.Address.Scheme,
                Host = tenant.Address.Host,
                Port = tenant.Address.Port,
            }.Uri;
        }
        else if (
            !(requested.Host == "localhost" || (IPAddress.TryParse(requested.Host.Trim('[', ']'), out var ip) && IPAddress.IsLoopback(ip)))
        )
        {
            throw new HttpRequestException($"The demo does not send requests to {requested.Host}.");
        }

        return base.SendAsync(request, cancellationToken);
    }
}
