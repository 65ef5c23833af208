using Microsoft.IdentityModel.Protocols;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;

namespace MamConsole.Server.Access.Tokens;

/// <summary>
/// One of the tenant's two metadata documents, cached. It is fetched again twice a day; an unknown key id fetches it once more, at most
/// every
/// five minutes and shared by all who wait, so that made-up key ids cannot make a storm. When Entra is down or answers nonsense the old
/// keys
/// stay in use. Its answers also say what time it is there. Spans are measured on the steady clock: the other one may be wrong, and jump.
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

        // Both documents together are a few kilobytes; whatever is much larger is not one of them.
        skewMonitor = new ClockSkewMonitor(entra.Create(), clock, logger);
        http = new HttpClient(skewMonitor) { Timeout = TimeSpan.FromSeconds(10), MaxResponseContentBufferSize = 1024 * 1024 };
    }

    /// <summary>What was fetched last; null before the first success.</summary>
    public EntraKeys? Current => current;

    /// <summary>Whether the last attempt to fetch it failed.</summary>
    public bool Failing => lastFailure is not null;

    /// <summary>Whether this server's clock and Entra's were too far apart when it was fetched last.</summary>
    public bool ClockIsSkewed => skewMonitor.IsSkewed;

    /// <exception cref="EntraUnavailableException">It was never fetched, and cannot be fetched now.</exception>
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
            // Or somebody may have set the clock right. Nobody waits for this one: the old keys are still good, and the refresh handles its
            // own failure.
            _ = RefreshAsync();
        }

        return keys;
    }

    /// <summary>The document, fetched once more if it does not know this key.</summary>
    /// <exception cref="EntraUnavailableException">It was never fetched, and cannot be fetched now.</exception>
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

    /// <summary>A token seems to be of another time: asks Entra what time it is, at most every five minutes. Nobody waits for it.</summary>
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
        // Leave the caller's lock before anything happens.
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
            // Whatever came back in whatever way, the old keys stay: this is the alarm.
            lastFailure = failure;
            Log.Failed(logger, address, current is null ? "There are none yet." : "The old ones stay in use.", failure);
        }
        finally
        {
            lock (stateLock)
            {
                refreshing = null;
            }
        }
    }

    /// <summary>On the steady clock. An object, so that it is read whole.</summary>
    private sealed record ClockReading(long Timestamp);

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Error, "The keys of Entra could not be fetched from {Address}. {Consequence}")]
        public static partial void Failed(ILogger logger, string address, string consequence, Exception failure);
    }
}
