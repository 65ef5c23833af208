using MamConsole.DemoTenant.Tokens;
using MamConsole.Server.Access.Tokens;

namespace MamConsole.IntegrationTests.Access;

/// <summary>Real tokens, real keys over real HTTP; the ids are those of the catalogue of abuse cases.</summary>
public sealed class DeviceTokenGateTests(GateFixture gate) : IClassFixture<GateFixture>
{
    public static TheoryData<string> GoodNames => [.. TokenCases.Good.Keys];

    public static TheoryData<string> RefusedNames => [.. TokenCases.Refused.Keys];

    public static TheoryData<string> ForbiddenNames => [.. TokenCases.Forbidden.Keys];

    [Theory]
    [MemberData(nameof(GoodNames))]
    public async Task An_honest_token_is_accepted(string name)
    {
        var result = await gate.ValidateAsync(TokenCases.Good[name](gate.Maker));

        var accepted = Assert.IsType<DeviceTokenResult.Accepted>(result);
        Assert.Equal((gate.Tenant.Id, gate.User.ObjectId), (accepted.Identity.TenantId, accepted.Identity.ObjectId));
    }

    [Theory]
    [MemberData(nameof(RefusedNames))]
    public async Task A_hostile_token_is_refused(string name)
    {
        var result = await gate.ValidateAsync(TokenCases.Refused[name](gate.Maker));

        var refused = Assert.IsType<DeviceTokenResult.Refused>(result);
        Assert.False(refused.Forbidden);
        Assert.DoesNotContain(refused.Reason, char.IsControl);
    }

    [Theory]
    [MemberData(nameof(ForbiddenNames))]
    public async Task A_genuine_token_that_is_no_persons_is_forbidden(string name)
    {
        var result = await gate.ValidateAsync(TokenCases.Forbidden[name](gate.Maker));

        Assert.True(Assert.IsType<DeviceTokenResult.Refused>(result).Forbidden);
    }

    [Fact]
    public async Task The_identity_says_who_and_until_when()
    {
        var deviceId = Guid.Parse("0b9df4f0-5f3c-4a43-9c07-5c1f6a1f0d55");
        var result = await gate.ValidateAsync(gate.Tenant.IssueDeviceToken(gate.User, TokenVersion.V1, deviceId));

        Assert.Equal(
            new DeviceIdentity
            {
                TenantId = gate.Tenant.Id,
                ObjectId = gate.User.ObjectId,
                Upn = gate.User.UserName,
                Name = gate.User.DisplayName,
                DeviceId = deviceId.ToString("D"),
                Expires = DateTimeOffset.FromUnixTimeSeconds(gate.Now) + TimeSpan.FromMinutes(75),
            },
            Assert.IsType<DeviceTokenResult.Accepted>(result).Identity
        );
    }

    [Fact]
    public async Task A_missing_scope_can_be_let_pass()
    {
        await using var lenient = await GateFixture.CreateAsync(requireScope: false);

        Assert.IsType<DeviceTokenResult.Accepted>(
            await lenient.ValidateAsync(lenient.Token(claims => claims["scp"] = "user_impersonation"))
        );
        Assert.True(
            Assert.IsType<DeviceTokenResult.Refused>(await lenient.ValidateAsync(lenient.Token(claims => claims.Remove("scp")))).Forbidden
        );
    }
}
