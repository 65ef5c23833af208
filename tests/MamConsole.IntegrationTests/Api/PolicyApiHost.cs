using System.Security.Claims;
using System.Text.Encodings.Web;
using MamConsole.IntegrationTests.Storage;
using MamConsole.Server.Access;
using MamConsole.Server.AppInspection;
using MamConsole.Server.Audit;
using MamConsole.Server.Calculators;
using MamConsole.Server.ExchangeForecast;
using MamConsole.Server.ExchangePolicy;
using MamConsole.Server.Fleet;
using MamConsole.Server.ImportExport;
using MamConsole.Server.Policies;
using MamConsole.Server.Policies.History;
using MamConsole.Server.PolicyAudiences;
using MamConsole.Server.Secrets;
using MamConsole.Server.Shell;
using MamConsole.Server.Storage;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace MamConsole.IntegrationTests.Api;

/// <summary>The API of policies and audit over real HTTP and a real database; a header with roles replaces the sign-in.</summary>
internal sealed class PolicyApiHost : IAsyncDisposable
{
    private readonly TestDatabase test;
    private readonly WebApplication app;

    private PolicyApiHost(TestDatabase test, WebApplication app) => (this.test, this.app) = (test, app);

    public static async Task<PolicyApiHost> StartAsync(string provider)
    {
        // The database is not migrated here, because the host must migrate it before it answers.
        var test = TestDatabase.CreateEmpty(Enum.Parse<StorageProvider>(provider));
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Configuration.AddInMemoryCollection(
            new Dictionary<string, string?>
            {
                ["Storage:Provider"] = $"{test.Options.Provider}",
                ["Storage:ConnectionString"] = test.Options.ConnectionString,
            }
        );
        builder
            .Services.AddStorage(builder.Configuration)
            .AddAudit()
            .AddFleet()
            .AddSecrets()
            .AddExchangePolicy()
            .AddExchangeForecast()
            .AddImportExport()
            .AddAppInspection()
            .AddCalculators()
            .AddPolicyAudiences()
            .AddPolicies(builder.Configuration)
            .AddSingleton<AuditQueries>();
        builder.Services.AddProblemDetails();
        builder.Services.AddAuthentication("Header").AddScheme<AuthenticationSchemeOptions, HeaderSignIn>("Header", _ => { });
        builder.Services.AddAuthorizationBuilder().AddPolicy("Api", policy => policy.RequireAuthenticatedUser());
        var app = builder.Build();
        app.UseExceptionHandler();
        app.UseApiProblems();
        app.UseAuthentication();
        app.UseAuthorization();
        app.MapPrograms();
        app.MapPolicies();
        app.MapHistory();
        app.MapFiles();
        app.MapFileDownloads();
        app.MapAudience();
        app.MapExchange();
        app.MapSecrets();
        app.MapCalculators();
        app.MapAudit();
        app.MapGet("/outage", IResult () => throw new SqliteException("database is locked", 5)).AllowAnonymous();
        app.MapGet("/bug", IResult () => throw new SqliteException("no such table: x", 1)).AllowAnonymous();
        await app.StartAsync(TestContext.Current.CancellationToken);
        return new PolicyApiHost(test, app);
    }

    /// <summary>A client of a person with these roles; with null, nobody is signed in.</summary>
    public HttpClient Client(string? roles)
    {
        var client = new HttpClient(new DocumentedAnswers(new SocketsHttpHandler())) { BaseAddress = new Uri(app.Urls.Single()) };
        if (roles is not null)
        {
            client.DefaultRequestHeaders.Add("Test-Roles", roles);
        }

        return client;
    }

    public async ValueTask DisposeAsync()
    {
        await app.DisposeAsync();
        await test.DisposeAsync();
    }

    private sealed class HeaderSignIn(IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory logger, UrlEncoder encoder)
        : AuthenticationHandler<AuthenticationSchemeOptions>(options, logger, encoder)
    {
        private static readonly string Id = $"{Guid.NewGuid()}";

        protected override Task<AuthenticateResult> HandleAuthenticateAsync()
        {
            if (!Request.Headers.TryGetValue("Test-Roles", out var roles))
            {
                return Task.FromResult(AuthenticateResult.NoResult());
            }

            Claim[] claims = [new("oid", Id), new("name", "Tess"), .. $"{roles}".Split(',').Select(role => new Claim("roles", role))];
            return Task.FromResult(
                AuthenticateResult.Success(
                    new AuthenticationTicket(new ClaimsPrincipal(new ClaimsIdentity(claims, Scheme.Name)), Scheme.Name)
                )
            );
        }
    }
}
