using MamConsole.DemoTenant.Tokens;
using MamConsole.Server.Access.Tokens;

namespace MamConsole.IntegrationTests.Access;

/// <summary>How Entra's signing keys are requested, cached and refreshed.</summary>
public sealed class KeyRefreshTests : IAsyncLifetime
{
    private const string Metadata = "/v2.0/.well-known/openid-configuration";

    private TokenValidatorFixture fixture = null!;

    public async ValueTask InitializeAsync() => fixture = await TokenValidatorFixture.CreateAsync();

    public ValueTask DisposeAsync() => fixture.DisposeAsync();

    [Fact]
    [Trait("Abuse", "T-30")]
    public async Task KeyRefresh_FindsARolledKeyWithOneRequest()
    {
        Assert.IsType<DeviceTokenResult.Accepted>(await fixture.ValidateAsync(fixture.Token()));
        fixture.Tenant.RollSigningKey();

        Assert.IsType<DeviceTokenResult.Accepted>(await fixture.ValidateAsync(fixture.Token()));
        Assert.Equal(2, fixture.Tenant.Requests.To(Metadata));
    }

    [Fact]
    [Trait("Abuse", "T-31")]
    public async Task KeyRefresh_RequestsKeysOnceInFiveMinutesForUnknownKeyIds()
    {
        await Task.WhenAll(
            Enumerable
                .Range(0, 10_000)
                .Select(number =>
                    fixture.ValidateAsync(
                        fixture.Token(header: header => header["kid"] = $"made-up-{number}", signature: TokenSignature.Zeros)
                    )
                )
        );
        var first = fixture.Tenant.Requests.To(Metadata);
        fixture.Clock.Advance(TimeSpan.FromMinutes(4));
        await fixture.ValidateAsync(fixture.Token(header: header => header["kid"] = "made-up-again"));

        // One request loads the keys, and one follows the first unknown key id.
        Assert.Equal((2, 2), (first, fixture.Tenant.Requests.To(Metadata)));

        fixture.Clock.Advance(TimeSpan.FromMinutes(2));
        await fixture.ValidateAsync(fixture.Token(header: header => header["kid"] = "made-up-later"));
        Assert.Equal(3, fixture.Tenant.Requests.To(Metadata));
    }

    [Fact]
    [Trait("Abuse", "T-32")]
    public async Task KeyRefresh_ReportsUnavailableWithoutAnyKeys()
    {
        fixture.Tenant.Down = true;
        Assert.IsType<DeviceTokenResult.Unavailable>(await fixture.ValidateAsync(fixture.Token()));
        var requested = fixture.Tenant.Requests.To(Metadata);
        await fixture.ValidateAsync(fixture.Token());
        Assert.Equal(requested, fixture.Tenant.Requests.To(Metadata));

        fixture.Tenant.Down = false;
        fixture.Clock.Advance(TimeSpan.FromSeconds(6));
        Assert.IsType<DeviceTokenResult.Accepted>(await fixture.ValidateAsync(fixture.Token()));
    }

    [Fact]
    [Trait("Abuse", "T-32")]
    public async Task KeyRefresh_RetainsKnownKeysForADayWithoutEntra()
    {
        await fixture.ValidateAsync(fixture.Token());
        fixture.Tenant.Down = true;
        fixture.Clock.Advance(TimeSpan.FromHours(24));

        Assert.IsType<DeviceTokenResult.Accepted>(await fixture.ValidateAsync(fixture.Token()));
    }

    [Fact]
    public async Task ValidatedToken_IsRejectedAfterItExpires()
    {
        var token = fixture.Token();
        Assert.IsType<DeviceTokenResult.Accepted>(await fixture.ValidateAsync(token));
        fixture.Clock.Advance(TimeSpan.FromMinutes(79));
        Assert.IsType<DeviceTokenResult.Accepted>(await fixture.ValidateAsync(token));
        fixture.Clock.Advance(TimeSpan.FromMinutes(2));
        Assert.IsType<DeviceTokenResult.Rejected>(await fixture.ValidateAsync(token));
    }

    [Fact]
    public async Task ValidatedToken_IsRejectedAfterItsKeyIsWithdrawn()
    {
        var token = fixture.Token();
        Assert.IsType<DeviceTokenResult.Accepted>(await fixture.ValidateAsync(token));

        // The second rollover withdraws the key that signed the token; a token of the newest key makes the validator request the keys
        // again.
        fixture.Tenant.RollSigningKey();
        fixture.Tenant.RollSigningKey();
        Assert.IsType<DeviceTokenResult.Accepted>(await fixture.ValidateAsync(fixture.Token()));

        Assert.IsType<DeviceTokenResult.Rejected>(await fixture.ValidateAsync(token));
    }
}
