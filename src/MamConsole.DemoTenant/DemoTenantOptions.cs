using System.Net;

namespace MamConsole.DemoTenant;

/// <summary>What a demo tenant is started with.</summary>
public sealed record DemoTenantOptions
{
    /// <summary>
    /// Where it listens: http on a loopback address; port 0 takes a free one (then with an address, not with the name localhost).
    /// </summary>
    public Uri Address { get; init; } = new("http://127.0.0.1:0");

    /// <summary>The folder that keeps its ids, keys and passwords over a restart; null keeps nothing.</summary>
    public string? DataFolder { get; init; }

    /// <summary>How many people without a role in the console there are, for devices to belong to; 0 or more.</summary>
    public int People { get; init; } = 25;

    /// <summary>The App ID URI of the MAM application, used when the tenant is made for the first time.</summary>
    public string AppIdUri { get; init; } = "https://mam.northwind.example";

    /// <summary>
    /// The private RSA key that signs its tokens (PKCS #8, PEM), used when the tenant is made for the first time; null makes one, which
    /// takes a moment.
    /// </summary>
    public string? SigningKey { get; init; }

    /// <summary>The clock of its tokens.</summary>
    public TimeProvider Clock { get; init; } = TimeProvider.System;

    /// <exception cref="ArgumentException">The address is reachable from another machine, or is no http address.</exception>
    internal void Check()
    {
        var loopback =
            Address.Host == "localhost" || (IPAddress.TryParse(Address.Host.Trim('[', ']'), out var ip) && IPAddress.IsLoopback(ip));
        if (Address.Scheme != Uri.UriSchemeHttp || !loopback)
        {
            throw new ArgumentException(
                $"The demo tenant hands out tokens to whoever asks nicely, so it listens on this machine alone: '{Address}' is not "
                    + "http on a loopback address (example: http://localhost:5090)."
            );
        }

        ArgumentOutOfRangeException.ThrowIfNegative(People);
    }
}
