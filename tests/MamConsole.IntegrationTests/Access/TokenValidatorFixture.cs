using System.Net;
using MamConsole.DemoTenant;
using MamConsole.DemoTenant.Tokens;
using MamConsole.Server.Access.Tokens;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;

namespace MamConsole.IntegrationTests.Access;

/// <summary>A token validator with its own tenant and with a clock that only a test advances.</summary>
public sealed class TokenValidatorFixture : IAsyncLifetime
{
    private WebApplication app = null!;
    private EntraDocuments documents = null!;
    private DeviceTokenValidator validator = null!;

    internal FakeTimeProvider Clock { get; } = new(new DateTimeOffset(2026, 3, 2, 9, 0, 0, TimeSpan.Zero));

    internal Tenant Tenant { get; private set; } = null!;

    internal TenantUser User => Tenant.People[0];

    internal long Now => Clock.GetUtcNow().ToUnixTimeSeconds();

    internal bool RequireScope { get; init; } = true;

    internal TokenFactory Maker => new(Tenant, User, Clock);

    internal static async Task<TokenValidatorFixture> CreateAsync(bool requireScope = true)
    {
        var fixture = new TokenValidatorFixture { RequireScope = requireScope };
        await fixture.InitializeAsync();
        return fixture;
    }

    public async ValueTask InitializeAsync()
    {
        app = DemoTenantApp.Build(new DemoTenantOptions { People = 2, Clock = Clock });
        await app.StartAsync();
        Tenant = app.Services.GetRequiredService<Tenant>();
        var tenant = new EntraTenant(Tenant.Instance, Tenant.Id, Tenant.ConsoleClientId);
        documents = new EntraDocuments(tenant, new EntraHttp(() => new LoopbackHosts(Tenant)), Clock, NullLogger<EntraDocument>.Instance);
        var application = new DeviceApplication
        {
            ClientId = Tenant.MamClientId,
            AppIdUri = Tenant.AppIdUri,
            RequireScope = RequireScope,
        };
        validator = new DeviceTokenValidator(
            application,
            new TokenVerifier(tenant, documents, Clock),
            documents,
            Counted.Metrics(),
            Clock,
            NullLogger<DeviceTokenValidator>.Instance
        );
    }

    internal Task<DeviceTokenResult> ValidateAsync(string token) =>
        validator.ValidateAsync(token, IPAddress.Loopback, TestContext.Current.CancellationToken);

    internal string Token(
        Action<TokenFields>? claims = null,
        TokenVersion version = TokenVersion.V2,
        Action<TokenFields>? header = null,
        TokenSignature signature = TokenSignature.Right,
        Func<string, string>? text = null
    ) => Maker.Token(claims, version, header, signature, text);

    public async ValueTask DisposeAsync()
    {
        validator.Dispose();
        documents.Dispose();
        await app.DisposeAsync();
    }
}
