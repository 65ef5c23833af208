using MamConsole.DemoTenant.Tokens;
using MamConsole.Server.Access.Tokens;

namespace MamConsole.IntegrationTests.Access;

/// <summary>How Entra's keys are fetched, kept and renewed.</summary>
public sealed class KeyRefreshTests : IAsyncLifetime
{
    private const string Metadata = "/v2.0/.well-known/openid-configuration";

    private GateFixture gate = null!;

    public async ValueTask InitializeAsync() => gate = await GateFixture.CreateAsync();

    public ValueTask DisposeAsync() => gate.DisposeAsync();

    [Fact]
    [Trait("Abuse", "T-30")]
    public async Task T30_A_rolled_key_is_found_by_one_refresh()
    {
        Assert.IsType<DeviceTokenResult.Accepted>(await gate.ValidateAsync(gate.Token()));
        gate.Tenant.RollSigningKey();

        Assert.IsType<DeviceTokenResult.Accepted>(await gate.ValidateAsync(gate.Token()));
        Assert.Equal(2, gate.Tenant.Requests.To(Metadata));
    }

    [Fact]
    [Trait("Abuse", "T-31")]
    public async Task T31_Made_up_keys_fetch_once_in_five_minutes()
    {
        await Task.WhenAll(
            Enumerable
                .Range(0, 10_000)
                .Select(number =>
                    gate.ValidateAsync(gate.Token(header: header => header["kid"] = $"made-up-{number}", signature: TokenSignature.Zeros))
                )
        );
        var first = gate.Tenant.Requests.To(Metadata);
        gate.Clock.Advance(TimeSpan.FromMinutes(4));
        await gate.ValidateAsync(gate.Token(header: header => header["kid"] = "made-up-again"));

        // Once for the first look, once for the first unknown key.
        Assert.Equal((2, 2), (first, gate.Tenant.Requests.To(Metadata)));

        gate.Clock.Advance(TimeSpan.FromMinutes(2));
        await gate.ValidateAsync(gate.Token(header: header => header["kid"] = "made-up-later"));
        Assert.Equal(3, gate.Tenant.Requests.To(Metadata));
    }

    [Fact]
    [Trait("Abuse", "T-32")]
    public async Task T32_Without_any_keys_nobody_is_judged()
    {
        gate.Tenant.Down = true;
        Assert.IsType<DeviceTokenResult.Unavailable>(await gate.ValidateAsync(gate.Token()));
        var asked = gate.Tenant.Requests.To(Metadata);
        await gate.ValidateAsync(gate.Token());
        Assert.Equal(asked, gate.Tenant.Requests.To(Metadata));

        gate.Tenant.Down = false;
        gate.Clock.Advance(TimeSpan.FromSeconds(6));
        Assert.IsType<DeviceTokenResult.Accepted>(await gate.ValidateAsync(gate.Token()));
    }

    [Fact]
    [Trait("Abuse", "T-32")]
    public async Task T32_Known_keys_outlive_a_day_of_silence()
    {
        await gate.ValidateAsync(gate.Token());
        gate.Tenant.Down = true;
        gate.Clock.Advance(TimeSpan.FromHours(24));

        Assert.IsType<DeviceTokenResult.Accepted>(await gate.ValidateAsync(gate.Token()));
    }

    [Fact]
    public async Task A_token_that_was_seen_still_expires()
    {
        var token = gate.Token();
        Assert.IsType<DeviceTokenResult.Accepted>(await gate.ValidateAsync(token));
        gate.Clock.Advance(TimeSpan.FromMinutes(79));
        Assert.IsType<DeviceTokenResult.Accepted>(await gate.ValidateAsync(token));
        gate.Clock.Advance(TimeSpan.FromMinutes(2));
        Assert.IsType<DeviceTokenResult.Refused>(await gate.ValidateAsync(token));
    }

    [Fact]
    public async Task A_token_that_was_seen_dies_with_its_key()
    {
        var token = gate.Token();
        Assert.IsType<DeviceTokenResult.Accepted>(await gate.ValidateAsync(token));

        // The second roll withdraws the key that signed it; a token of the newest key makes the gate fetch the keys again.
        gate.Tenant.RollSigningKey();
        gate.Tenant.RollSigningKey();
        Assert.IsType<DeviceTokenResult.Accepted>(await gate.ValidateAsync(gate.Token()));

        Assert.IsType<DeviceTokenResult.Refused>(await gate.ValidateAsync(token));
    }
}
