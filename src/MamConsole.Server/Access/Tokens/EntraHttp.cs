namespace MamConsole.Server.Access.Tokens;

/// <summary>
/// How the server reaches Entra and Graph: every client of the process takes its handler here. A composition that puts an authority of its
/// own behind other addresses registers its own before the server registers this one.
/// </summary>
/// <param name="Create">A new handler, which its client disposes of.</param>
internal sealed record EntraHttp(Func<HttpMessageHandler> Create)
{
    /// <summary>
    /// Straight to the configured host: a redirect is never followed, because no answer may choose where a secret or a token goes next.
    /// Connections are renewed, so that a change of address in DNS is noticed.
    /// </summary>
    public static EntraHttp Direct { get; } =
        new(() =>
            new SocketsHttpHandler
            {
                AllowAutoRedirect = false,
                ConnectTimeout = TimeSpan.FromSeconds(10),
                PooledConnectionLifetime = TimeSpan.FromMinutes(5),
            }
        );
}
