using Microsoft.IdentityModel.Protocols;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;

namespace MamConsole.Server.Access.Tokens;

/// <summary>
/// One of the tenant's two metadata documents, cached. It is refreshed twice a day; an unknown key ID refreshes it once more, at most every
/// five minutes and shared by all waiting requests, so that invented key IDs cannot cause a flood of requests. When Entra is unavailable or
/// returns an invalid document, the previous keys stay in use. Its responses are also compared with this server's clock. Intervals are
/// measured with the monotonic clock, because the wall clock may be wrong and may jump.
/// </summary>
internal sealed partial class EntraDocument : IConfigurationManager<OpenIdConnectConfiguration>, IDisposable
{
    private static readonly TimeSpan RefreshAfter = TimeSpan.FromHours(12);
    private static readonly TimeSpan BetweenUnknownKeys = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan BetweenFailures = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan BetweenClocks = TimeSpan.FromMinutes(5);

    private readonly string address;
    private readonly Guid tenantId;
    private readonly TimeProvider clock;
    private readonly ILogger<EntraDocument> logger;
    private readonly HttpClient http;
    private readonly ClockSkewMonitor skewMonitor;
    private readonly Lock stateLock = new();
    private volatile EntraKeys? current;
    private Task? refreshing;
    private Exception? lastFailure;
    private volatile ClockReading? fetched;
    private volatile ClockReading? lastAttempt;
    private volatile ClockReading? lastUnknownKey;

    public EntraDocument(string address, Guid tenantId, EntraHttp entra, TimeProvider clock, ILogger<EntraDocument> logger)
    {
        this.address = address;
        this.tenantId = tenantId;
        this.clock = clock;
        this.logger = logger;

        // Both documents together are a few kilobytes; a much larger response is not one of them.
        skewMonitor = new ClockSkewMonitor(entra.Create(), clock, logger);
        http = new HttpClient(skewMonitor) { Timeout = TimeSpan.FromSeconds(10), MaxResponseContentBufferSize = 1024 * 1024 };
    }

    /// <summary>The keys that were fetched last; null before the first success.</summary>
    public EntraKeys? Current => current;

    /// <summary>Whether the last attempt to fetch the document failed.</summary>
    public bool Failing => lastFailure is not null;

    /// <summary>Whether the clock skew exceeded the tolerance when the document was fetched last.</summary>
    public bool ClockIsSkewed => skewMonitor.IsSkewed;

    /// <exception cref="EntraUnavailableException">The document has never been fetched, and cannot be fetched now.</exception>
    public async Task<EntraKeys> GetAsync(CancellationToken cancellationToken)
    {
        if (current is not { } keys)
        {
            if (lastFailure is null || IsPast(lastAttempt, BetweenFailures))
            {
                await RefreshAsync().WaitAsync(cancellationToken);
            }

            return current ?? throw new EntraUnavailableException($"The keys of Entra could not be fetched from {address}.", lastFailure);
        }

        if ((skewMonitor.IsSkewed || IsPast(fetched, RefreshAfter)) && IsPast(lastAttempt, BetweenUnknownKeys))
        {
            // Also detects that the clock was corrected. No caller waits for this refresh: the previous keys stay valid, and the refresh
            // handles its own failure.
            _ = RefreshAsync();
        }

        return keys;
    }

    /// <summary>The document, fetched once more if it does not contain this key.</summary>
    /// <exception cref="EntraUnavailableException">The document has never been fetched, and cannot be fetched now.</exception>
    public async Task<EntraKeys> GetForKeyAsync(string keyId, CancellationToken cancellationToken)
    {
        var keys = await GetAsync(cancellationToken);
        if (keys.Keys.ContainsKey(keyId))
        {
            return keys;
        }

        await RefreshForUnknownKeyAsync().WaitAsync(cancellationToken);
        return current ?? keys;
    }

    /// <inheritdoc />
    public async Task<OpenIdConnectConfiguration> GetConfigurationAsync(CancellationToken cancel) => (await GetAsync(cancel)).Configuration;

    /// <inheritdoc />
    public void RequestRefresh() => _ = RefreshForUnknownKeyAsync();

    /// <summary>
    /// Compares the clocks once more because a token appears to be issued at another time, at most every five minutes. No caller waits for
    /// it.
    /// </summary>
    public void CheckClockSkew()
    {
        if (IsPast(lastAttempt, BetweenClocks))
        {
            _ = RefreshAsync();
        }
    }

    public void Dispose() => http.Dispose();

    private bool IsPast(ClockReading? reading, TimeSpan span) => reading is null || clock.GetElapsedTime(reading.Timestamp) >= span;

    private ClockReading Now() => new(clock.GetTimestamp());

    private Task RefreshForUnknownKeyAsync()
    {
        lock (stateLock)
        {
            if (refreshing is not null)
            {
                return refreshing;
            }

            if (!IsPast(lastUnknownKey, BetweenUnknownKeys))
            {
                return Task.CompletedTask;
            }

            lastUnknownKey = Now();
            return RefreshAsync();
        }
    }

    private Task RefreshAsync()
    {
        lock (stateLock)
        {
            return refreshing ??= FetchAsync();
        }
    }

    private async Task FetchAsync()
    {
        // Release the caller's lock before the fetch begins.
        await Task.CompletedTask.ConfigureAwait(ConfigureAwaitOptions.ForceYielding);
        lastAttempt = Now();
        try
        {
            var configuration = await OpenIdConnectConfigurationRetriever.GetAsync(
                address,
                new HttpDocumentRetriever(http) { RequireHttps = true },
                CancellationToken.None
            );
            current = EntraKeys.Read(configuration, tenantId);
            fetched = Now();
            lastFailure = null;
        }
        catch (Exception failure)
        {
            // Whatever the failure is, the previous keys stay in use: this log entry is the alert.
            lastFailure = failure;
            Log.Failed(logger, address, current is null ? "There are no previous keys." : "The previous keys stay in use.", failure);
        }
        finally
        {
            lock (stateLock)
            {
                refreshing = null;
            }
        }
    }

    /// <summary>A timestamp of the monotonic clock. A class, so that reads are atomic.</summary>
    private sealed record ClockReading(long Timestamp);

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Error, "The keys of Entra could not be fetched from {Address}. {Consequence}")]
        public static partial void Failed(ILogger logger, string address, string consequence, Exception failure);
    }
}
