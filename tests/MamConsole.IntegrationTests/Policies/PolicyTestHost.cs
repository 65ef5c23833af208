using System.Collections.Frozen;
using Dapper;
using MamConsole.IntegrationTests.Entra;
using MamConsole.IntegrationTests.Storage;
using MamConsole.PolicyEngine.AppRules;
using MamConsole.PolicyEngine.Authoring;
using MamConsole.PolicyEngine.DeviceLock;
using MamConsole.PolicyEngine.InformationProtection;
using MamConsole.PolicyEngine.NetworkBoundary;
using MamConsole.Server.Access;
using MamConsole.Server.AppInspection;
using MamConsole.Server.Audit;
using MamConsole.Server.Calculators;
using MamConsole.Server.Devices;
using MamConsole.Server.Enrollment;
using MamConsole.Server.Entra;
using MamConsole.Server.ExchangeForecast;
using MamConsole.Server.ExchangePolicy;
using MamConsole.Server.Fleet;
using MamConsole.Server.ImportExport;
using MamConsole.Server.Outcomes;
using MamConsole.Server.Policies;
using MamConsole.Server.PolicyAudiences;
using MamConsole.Server.Secrets;
using MamConsole.Server.Shell;
using MamConsole.Server.Storage;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace MamConsole.IntegrationTests.Policies;

/// <summary>The modules of policies and the audit trail on a real database, composed as the server composes them.</summary>
internal sealed class PolicyTestHost : IAsyncDisposable
{
    public static readonly Administrator Author = Person("Ada Author", AppRole.Author);
    public static readonly Administrator Publisher = Person("Paul Publisher", AppRole.Publisher);

    private readonly TestDatabase test;
    private readonly ServiceProvider services;

    public PolicyTestHost(string provider, CountAudience? countAudience = null)
    {
        test = TestDatabase.Create(Enum.Parse<StorageProvider>(provider));
        var collection = new ServiceCollection();
        collection.AddLogging();
        collection.AddSingleton<TimeProvider>(Time);
        collection.AddSingleton(test.Database);
        if (countAudience is not null)
        {
            collection.AddSingleton(countAudience);
        }

        collection.AddDataProtection().UseEphemeralDataProtectionProvider();
        collection.AddSingleton<IGroupDirectory>(new UnreachableDirectory());
        collection
            .AddAudit()
            .AddEntra(new ConfigurationBuilder().Build())
            .AddFleet()
            .AddSecrets()
            .AddExchangePolicy()
            .AddExchangeForecast()
            .AddImportExport()
            .AddAppInspection()
            .AddCalculators()
            .AddPolicyAudiences()
            .AddDevices()
            .AddPolicies(new ConfigurationBuilder().Build())
            .AddSingleton<AuditQueries>()
            .AddTerms();
        services = collection.BuildServiceProvider(new ServiceProviderOptions { ValidateOnBuild = true, ValidateScopes = true });
    }

    public FakeTimeProvider Time { get; } = new(new DateTimeOffset(2026, 5, 6, 7, 8, 9, 123, TimeSpan.Zero));

    public Database Database => test.Database;

    public StorageOptions Options => test.Options;

    public T Get<T>()
        where T : notnull => services.GetRequiredService<T>();

    public static Administrator Person(string name, params AppRole[] roles) => new(Guid.CreateVersion7(), name, roles.ToFrozenSet());

    /// <summary>A document without any validation finding.</summary>
    public static WrittenPolicy Lock(int minutes) =>
        new()
        {
            DeviceLock = new DeviceLockSettings { LockRequired = true, LockAfterMinutes = $"{minutes}" },
        };

    /// <summary>A document with a warning (DL-05).</summary>
    public static WrittenPolicy Warned =>
        new()
        {
            DeviceLock = new DeviceLockSettings { LockRequired = true, CharacterGroups = "2" },
        };

    /// <summary>A document that protects work files, with the warnings of a minimal configuration.</summary>
    public static WrittenPolicy Protecting =>
        new()
        {
            InformationProtection = new InformationProtectionSettings { Mode = ProtectionMode.Silent, EnterpriseIds = ["contoso.com"] },
            AppRules = new AppRulesSettings
            {
                Allowed =
                [
                    new AppRule.DesktopApp
                    {
                        Name = "Notepad",
                        Publisher = "O=MICROSOFT CORPORATION, L=REDMOND, S=WASHINGTON, C=US",
                        Binary = "NOTEPAD.EXE",
                    },
                ],
            },
            NetworkBoundary = new NetworkBoundarySettings
            {
                CloudResources = [new CloudResource { Host = "contoso.sharepoint.com" }],
                IpRanges = [new AddressRange { First = "10.0.0.0", Last = "10.255.255.255" }],
                DomainNames = ["corp.contoso.com"],
            },
        };

    /// <summary>A document with a blocking finding (DL-06), as an unfinished input.</summary>
    public static WrittenPolicy Wrong =>
        new()
        {
            DeviceLock = new DeviceLockSettings { LockRequired = true, LockAfterMinutes = "ten <b>\u0000" },
        };

    public async Task<string> CreateAsync(WrittenPolicy? start = null, string name = "Default") =>
        (await Get<CreatePolicy>().ExecuteAsync(Author, name, start, Cancel)).Value();

    public async Task<int> SaveAsync(string policyId, WrittenPolicy draft) =>
        (await Get<SaveDraft>().ExecuteAsync(Author, policyId, (await GetAsync(policyId)).DraftRevision, draft, Cancel)).Value();

    public async Task<Outcome<PublishedVersion>> TryPublishAsync(string policyId, string reason = "", string? confirmation = null) =>
        await Get<PublishPolicy>()
            .ExecuteAsync(
                Publisher,
                policyId,
                new PublishRequest
                {
                    DraftRevision = (await GetAsync(policyId)).DraftRevision,
                    Reason = reason,
                    Confirmation = confirmation,
                },
                Cancel
            );

    public async Task<PublishedVersion> PublishAsync(string policyId, WrittenPolicy document)
    {
        await SaveAsync(policyId, document);
        return (await TryPublishAsync(policyId, "Because")).Value();
    }

    public async Task<PolicyDetail> GetAsync(string policyId) => (await Get<PolicyQueries>().GetAsync(Author, policyId, Cancel)).Value();

    public async Task<IReadOnlyList<VersionSummary>> VersionsAsync(string policyId) =>
        (await Get<PolicyQueries>().VersionsAsync(Author, policyId, null, 200, Cancel)).Value();

    public async Task<IReadOnlyList<AuditEntry>> AuditAsync() =>
        (await Get<AuditQueries>().PageAsync(Author, new AuditFilter { Take = 200 }, Cancel)).Value().Entries;

    public Task<long> CountAsync(string table) =>
        Database.ReadAsync(connection => connection.ExecuteScalarAsync<long>($"SELECT count(*) FROM {table}"), Cancel);

    /// <summary>Makes inserts into the table fail.</summary>
    public Task RejectInsertsAsync(string table) =>
        Database.WriteAsync(
            transaction =>
                transaction.ExecuteAsync(
                    test.Options.Provider == StorageProvider.Sqlite
                        ? $"CREATE TRIGGER refuse_{table} BEFORE INSERT ON {table} BEGIN SELECT RAISE(ABORT, 'refused'); END"
                        : $"""
                        CREATE FUNCTION refuse_{table}() RETURNS trigger LANGUAGE plpgsql AS $body$ BEGIN RAISE EXCEPTION 'refused'; END $body$;
                        CREATE TRIGGER refuse_{table} BEFORE INSERT ON {table} FOR EACH ROW EXECUTE FUNCTION refuse_{table}();
                        """
                ),
            Cancel
        );

    /// <summary>Reverts <see cref="RejectInsertsAsync"/>.</summary>
    public Task AllowInsertsAsync(string table) =>
        Database.WriteAsync(
            transaction =>
                transaction.ExecuteAsync(
                    $"DROP TRIGGER refuse_{table}{(test.Options.Provider == StorageProvider.Sqlite ? "" : $" ON {table}")}"
                ),
            Cancel
        );

    public async ValueTask DisposeAsync()
    {
        await services.DisposeAsync();
        await test.DisposeAsync();
    }

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;
}
