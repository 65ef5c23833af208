using System.Net;

namespace MamConsole.DemoTenant;

/// <summary>
/// Leads requests for the pretended hosts to the tenant's loopback address, and refuses every other host: a demo never leaves the machine.
/// Handed to the server by whoever composes the two; the server itself knows nothing of it.
/// </summary>
/// <param name="tenant">The tenant, started before the first request.</param>
public sealed class LoopbackHosts(Tenant tenant) : DelegatingHandler(new SocketsHttpHandler { AllowAutoRedirect = false, UseProxy = false })
{
    // login.microsoftonline.com: MSAL asks there whether it may trust an authority that it does not know.
    private static readonly string[] Pretended = [Tenant.Instance.Host, "login.microsoftonline.com"];

    /// <inheritdoc />
    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        var requested = request.RequestUri ?? throw new HttpRequestException("A request without an address goes nowhere.");
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
            throw new HttpRequestException($"The demo does not call {requested.Host}.");
        }

        return base.SendAsync(request, cancellationToken);
    }
}
