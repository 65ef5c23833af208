using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;

namespace MamConsole.Server.Access;

/// <summary>
/// The address at which devices and Entra reach this server. It always comes from the configuration, never from a request, because a sender
/// controls the headers of its request.
/// </summary>
internal sealed class PublicAddress(IConfiguration configuration, IServer server)
{
    private readonly Uri configured = new(configuration["PublicUrl"]!);

    /// <summary>Without a path. A configured port of 0 is replaced by the assigned free port as soon as the server listens.</summary>
    public Uri Value => configured.Port != 0 ? configured : new UriBuilder(configured) { Port = BoundPort() }.Uri;

    private int BoundPort() =>
        server.Features.Get<IServerAddressesFeature>()?.Addresses.FirstOrDefault() is { } address
            ? new Uri(address).Port
            : throw new InvalidOperationException(
                "PublicUrl has the port 0; the assigned port is available only after the server listens."
            );
}
