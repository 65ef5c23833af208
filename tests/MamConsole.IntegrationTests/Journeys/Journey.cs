using Dapper;
using MamConsole.DemoTenant;
using MamConsole.IntegrationTests.Policies;
using MamConsole.PolicyEngine.Authoring;
using MamConsole.Server.Access;
using MamConsole.Server.Devices;
using MamConsole.Server.Fleet;
using MamConsole.Server.Jobs;
using MamConsole.Server.Policies;
using MamConsole.Server.Storage;
using MamConsole.Simulator;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace MamConsole.IntegrationTests.Journeys;

/// <summary>
/// The whole server over real HTTP on a real database, with simulated devices that use only its protocol, and people who publish. Only the
/// test advances the clock. At the end of the journey the maintained counters must equal a recount.
/// </summary>
internal sealed class Journey : IAsyncDisposable
{
    public static readonly Administrator HelpDesk = PolicyTestHost.Person("Hedda Help", AppRole.HelpDesk);

    private readonly List<IDisposable> open = [];
    private int devices;

    private Journey(TestServer server, FakeTimeProvider time) => (Server, Time) = (server, time);

    public TestServer Server { get; }

    public FakeTimeProvider Time { get; }

    public Database Database => Get<Database>();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    /// <param name="provider">The kind of database.</param>
    /// <param name="walk">The steps of the journey.</param>
    /// <param name="settings">Settings that replace or extend the usual ones.</param>
    public static async Task OnAsync(string provider, Func<Journey, Task> walk, params (string Key, string Value)[] settings)
    {
        await using var journey = await StartAsync(provider, settings);
        await walk(journey);
        await FleetCount.CheckAsync(journey.Database, Cancel);
    }

    /// <summary>Starts a journey that the caller must dispose of, for example to share it between tests.</summary>
    public static Task<Journey> StartAsync(string provider, params (string Key, string Value)[] settings) =>
        StartAsync(provider, null, settings);

    /// <param name="provider">The kind of database.</param>
    /// <param name="services">Services that replace the server's own.</param>
    /// <param name="settings">Settings that replace or extend the usual ones.</param>
    public static async Task<Journey> StartAsync(
        string provider,
        Action<IServiceCollection>? services,
        params (string Key, string Value)[] settings
    )
    {
        // The current time, because device tokens and certificates are issued now; in whole milliseconds, the precision of the database.
        var time = new FakeTimeProvider(DateTimeOffset.UtcNow.ToInstant());
        var server = await TestServer.StartAsync(
            new TestServerOptions
            {
                Provider = Enum.Parse<StorageProvider>(provider),
                Tenant = new DemoTenantOptions { People = 3, Clock = time },
                Services = own =>
                {
                    // Jobs must not run while a test advances the clock by days; a journey runs them explicitly.
                    own.AddSingleton<TimeProvider>(time).AddSingleton(new JobSchedule(ByItself: false));
                    services?.Invoke(own);
                },
                Settings = settings.ToDictionary(s => s.Key, s => (string?)s.Value),
            }
        );
        return new Journey(server, time);
    }

    public T Get<T>()
        where T : notnull => Server.Services.GetRequiredService<T>();

    public TenantUser Person(int number = 0) => Server.Tenant.People[number];

    /// <summary>Creates a device that is not enrolled yet.</summary>
    /// <param name="person">The owner; the first person when null.</param>
    /// <param name="change">Changes to the default profile.</param>
    /// <param name="options">The behavior of the device.</param>
    /// <param name="network">A handler between the device and the server.</param>
    public SimulatedDevice NewDevice(
        TenantUser? person = null,
        Func<DeviceProfile, DeviceProfile>? change = null,
        DeviceOptions? options = null,
        DelegatingHandler? network = null
    )
    {
        person ??= Person();
        devices++;
        var profile = new DeviceProfile { DeviceId = $"{devices:X32}", DeviceName = $"LAPTOP-{devices:000}" };
        HttpMessageHandler line = new LengthsPresent(new SocketsHttpHandler { AllowAutoRedirect = false });
        if (network is not null)
        {
            network.InnerHandler = line;
            line = network;
        }

        var http = new HttpClient(line);
        var device = new SimulatedDevice(
            change?.Invoke(profile) ?? profile,
            http,
            _ => Task.FromResult<string?>(Server.Tenant.IssueDeviceToken(person)),
            options,
            Time
        );
        open.Add(device);
        open.Add(http);
        return device;
    }

    public async Task EnrollAsync(SimulatedDevice device)
    {
        var report = await device.EnrollAsync(new Uri(Server.Url, "/mam/enroll"), cancellation: Cancel);
        Assert.True(report.Succeeded, report.Detail);
    }

    public async Task<SimulatedDevice> EnrolledAsync(
        TenantUser? person = null,
        Func<DeviceProfile, DeviceProfile>? change = null,
        DeviceOptions? options = null,
        DelegatingHandler? network = null
    )
    {
        var device = NewDevice(person, change, options, network);
        await EnrollAsync(device);
        return device;
    }

    /// <summary>Runs a session a minute later, which must be completed.</summary>
    public async Task<SyncReport> SyncAsync(SimulatedDevice device)
    {
        var report = await TrySyncAsync(device);
        Assert.True(report.Outcome == SyncOutcome.Completed, $"{report.Outcome}: {report.Detail}");
        return report;
    }

    /// <summary>Runs a session a minute later, with any outcome.</summary>
    public Task<SyncReport> TrySyncAsync(SimulatedDevice device)
    {
        Time.Advance(TimeSpan.FromMinutes(1));
        return device.SyncAsync(cancellation: Cancel);
    }

    /// <summary>
    /// Publishes a document a minute later, with the reason and the confirmation that it requires; the policy is created the first time.
    /// </summary>
    public async Task<PublishedVersion> PublishAsync(WrittenPolicy document, string name = "Default")
    {
        Time.Advance(TimeSpan.FromMinutes(1));
        var policyId =
            (await Get<PolicyQueries>().ListAsync(PolicyTestHost.Author, Cancel)).Value().FirstOrDefault(p => p.Name == name)?.PolicyId
            ?? (await Get<CreatePolicy>().ExecuteAsync(PolicyTestHost.Author, name, null, Cancel)).Value();
        var policy = (await Get<PolicyQueries>().GetAsync(PolicyTestHost.Author, policyId, Cancel)).Value();
        var revision = (
            await Get<SaveDraft>().ExecuteAsync(PolicyTestHost.Author, policyId, policy.DraftRevision, document, Cancel)
        ).Value();
        var review = (await Get<PolicyQueries>().ReviewAsync(PolicyTestHost.Author, policyId, Cancel)).Value();
        return (
            await Get<PublishPolicy>()
                .ExecuteAsync(
                    PolicyTestHost.Publisher,
                    policyId,
                    new PublishRequest
                    {
                        DraftRevision = revision,
                        Reason = "A journey",
                        Confirmation = review.RequiredConfirmation,
                    },
                    Cancel
                )
        ).Value();
    }

    public async Task<PublishedVersion> RollBackAsync(PublishedVersion current, int to)
    {
        Time.Advance(TimeSpan.FromMinutes(1));
        return (
            await Get<RollBackPolicy>()
                .ExecuteAsync(
                    PolicyTestHost.Publisher,
                    current.PolicyId,
                    new RollBackRequest
                    {
                        ToNumber = to,
                        ExpectedCurrentNumber = current.Number,
                        Reason = "A journey",
                        Confirmation = "Default",
                    },
                    Cancel
                )
        ).Value();
    }

    /// <summary>The enrollment's id, which is the last segment of the address that the device received.</summary>
    public static string IdOf(SimulatedDevice device) => device.Account!.Address.Segments[^1];

    public Task<DeviceDetail> PageAsync(SimulatedDevice device) => PageAsync(IdOf(device));

    public async Task<DeviceDetail> PageAsync(string id) => (await Get<DeviceQueries>().GetAsync(HelpDesk, id, Cancel)).Value();

    public async Task<DeviceRecord> RecordAsync(SimulatedDevice device) => (await Get<DeviceStore>().FindAsync(IdOf(device), Cancel))!;

    public async Task<IReadOnlyList<Acknowledgement>> LogAsync(SimulatedDevice device) =>
        await Get<AcknowledgementLog>().ListAsync((await RecordAsync(device)).Enrollment.Key, Cancel);

    public Task<FleetOverview> OverviewAsync() => Get<FleetStates>().GetAsync(Cancel);

    public Task<T> ScalarAsync<T>(string sql, object? values = null) =>
        Database.ReadAsync(async c => (await c.ExecuteScalarAsync<T>(sql, values))!, Cancel);

    /// <summary>Makes inserts into the table fail until the returned function is called.</summary>
    public async Task<Func<Task>> FailInsertsAsync(string table)
    {
        var isSqlite = Database.Dialect is SqliteDialect;
        await RunAsync(
            isSqlite
                ? $"CREATE TRIGGER fail_{table} BEFORE INSERT ON {table} BEGIN SELECT RAISE(ABORT, 'refused'); END"
                : $"""
                CREATE FUNCTION fail_{table}() RETURNS trigger LANGUAGE plpgsql AS $body$ BEGIN RAISE EXCEPTION 'refused'; END $body$;
                CREATE TRIGGER fail_{table} BEFORE INSERT ON {table} FOR EACH ROW EXECUTE FUNCTION fail_{table}();
                """
        );
        return () =>
            RunAsync(isSqlite ? $"DROP TRIGGER fail_{table}" : $"DROP TRIGGER fail_{table} ON {table}; DROP FUNCTION fail_{table}()");

        Task RunAsync(string sql) => Database.WriteAsync(tx => tx.ExecuteAsync(sql), Cancel);
    }

    /// <summary>All rows about devices as text; equal before and after an operation that must change nothing.</summary>
    public Task<string> SnapshotAsync() => FleetCount.SnapshotAsync(Database, Cancel);

    public async ValueTask DisposeAsync()
    {
        open.ForEach(o => o.Dispose());
        await Server.DisposeAsync();
    }

    /// <summary>
    /// Windows' clients do not read chunked answers, so the server must never send one; each answer must also pass the independent reader.
    /// </summary>
    private sealed class LengthsPresent(HttpMessageHandler inner) : DelegatingHandler(inner)
    {
        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            var answer = await base.SendAsync(request, cancellationToken);
            Assert.True(answer.Content.Headers.ContentLength is not null, "An answer carries its length.");
            Assert.NotEqual(true, answer.Headers.TransferEncodingChunked);
            await IndependentReader.CheckAsync(answer);
            return answer;
        }
    }
}
