namespace MamConsole.Server.Access.Tokens;

/// <summary>
/// How the server connects to Entra and Graph: every client of the process gets its handler here. A composition that replaces the authority
/// registers its own instance before the server registers this one.
/// </summary>
/// <param name="Create">A new handler, which its client disposes of.</param>
internal sealed record EntraHttp(Func<HttpMessageHandler> Create)
{
    /// <summary>
    /// Connects directly to the configured host: redirects are never followed, because no response may choose where a secret or a token is
    /// sent next. Connections are renewed, so that changes in DNS take effect.
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
