namespace MamConsole.IntegrationTests.Journeys;

/// <summary>Sends each message to the next of several servers, as a load balancer does.</summary>
internal sealed class RoundRobin(params Uri[] servers) : DelegatingHandler
{
    private int messages;

    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        request.RequestUri = new UriBuilder(request.RequestUri!) { Port = servers[messages++ % servers.Length].Port }.Uri;
        return base.SendAsync(request, cancellationToken);
    }
}
