using System.Net;

namespace MamConsole.DemoTenant;

/// <summary>The options that a demo tenant is started with.</summary>
public sealed record DemoTenantOptions
{
    /// <summary>
    /// The address to listen on: http on a loopback address. Port 0 chooses a free port, but requires an IP address instead of localhost.
    /// </summary>
    public Uri Address { get; init; } = new("http://127.0.0.1:0");

    /// <summary>The folder that stores ids, keys and passwords across restarts; null stores nothing.</summary>
    public string? DataFolder { get; init; }

    /// <summary>The number of people without a console role, who own devices; 0 or more.</summary>
    public int People { get; init; } = 25;

    /// <summary>The App ID URI of the MAM application, used when the tenant is created.</summary>
    public string AppIdUri { get; init; } = "https://mam.northwind.example";

    /// <summary>The private RSA key that signs the tokens (PKCS #8, PEM), used when the tenant is created; null generates one.</summary>
    public string? SigningKey { get; init; }

    /// <summary>The clock that token lifetimes are based on.</summary>
    public TimeProvider Clock { get; init; } = TimeProvider.System;

    /// <exception cref="ArgumentException">The address is reachable from another machine, or is not an http address.</exception>
    internal void Check()
    {
        var loopback =
            Address.Host == "localhost" || (IPAddress.TryParse(Address.Host.Trim('[', ']'), out var ip) && IPAddress.IsLoopback(ip));
        if (Address.Scheme != Uri.UriSchemeHttp || !loopback)
        {
            throw new ArgumentException(
                $"The demo tenant issues tokens to anyone, so it listens on this machine only: '{Address}' is not "
                    + "http on a loopback address (example: http://localhost:5090)."
            );
        }

        ArgumentOutOfRangeException.ThrowIfNegative(People);
    }
}
