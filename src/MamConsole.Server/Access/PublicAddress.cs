using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;

namespace MamConsole.Server.Access;

/// <summary>
/// The address that devices and Entra call this server by: always from the configuration, never from a request, whose sender could have
/// written anything there.
/// </summary>
internal sealed class PublicAddress(IConfiguration configuration, IServer server)
{
    private readonly Uri configured = new(configuration["PublicUrl"]!);

    /// <summary>Without a path. A configured port of 0 stands for the free port that was taken, once the server listens.</summary>
    public Uri Value => configured.Port != 0 ? configured : new UriBuilder(configured) { Port = BoundPort() }.Uri;

    private int BoundPort() =>
        server.Features.Get<IServerAddressesFeature>()?.Addresses.FirstOrDefault() is { } address
            ? new Uri(address).Port
            : throw new InvalidOperationException("PublicUrl has the port 0, which is known only once the server listens.");
}
