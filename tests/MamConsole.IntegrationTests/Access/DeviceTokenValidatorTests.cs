using MamConsole.DemoTenant.Tokens;
using MamConsole.Server.Access.Tokens;
using MamConsole.Server.DeviceRequests;

namespace MamConsole.IntegrationTests.Access;

/// <summary>Real tokens and real keys over real HTTP; the ids are those of the catalog of abuse cases.</summary>
public sealed class DeviceTokenValidatorTests(TokenValidatorFixture fixture) : IClassFixture<TokenValidatorFixture>
{
    public static TheoryData<string> GoodNames => [.. TokenCases.Good.Keys];

    public static TheoryData<string> RejectedNames => [.. TokenCases.Rejected.Keys];

    public static TheoryData<string> ForbiddenNames => [.. TokenCases.Forbidden.Keys];

    [Theory]
    [MemberData(nameof(GoodNames))]
    public async Task Validate_AcceptsAValidToken(string name)
    {
        var result = await fixture.ValidateAsync(TokenCases.Good[name](fixture.Maker));

        var accepted = Assert.IsType<DeviceTokenResult.Accepted>(result);
        Assert.Equal((fixture.Tenant.Id, fixture.User.ObjectId), (accepted.Identity.TenantId, accepted.Identity.ObjectId));
    }

    [Theory]
    [MemberData(nameof(RejectedNames))]
    public async Task Validate_RejectsAHostileToken(string name)
    {
        var result = await fixture.ValidateAsync(TokenCases.Rejected[name](fixture.Maker));

        var rejected = Assert.IsType<DeviceTokenResult.Rejected>(result);
        Assert.False(rejected.Forbidden);
        Assert.DoesNotContain(rejected.Reason, char.IsControl);
    }

    [Theory]
    [MemberData(nameof(ForbiddenNames))]
    public async Task Validate_ForbidsAGenuineTokenWithoutAUserOrScope(string name)
    {
        var result = await fixture.ValidateAsync(TokenCases.Forbidden[name](fixture.Maker));

        Assert.True(Assert.IsType<DeviceTokenResult.Rejected>(result).Forbidden);
    }

    [Fact]
    public async Task Validate_ReturnsTheIdentityAndItsExpiration()
    {
        var deviceId = Guid.Parse("0b9df4f0-5f3c-4a43-9c07-5c1f6a1f0d55");
        var result = await fixture.ValidateAsync(fixture.Tenant.IssueDeviceToken(fixture.User, TokenVersion.V1, deviceId));

        Assert.Equal(
            new DeviceIdentity
            {
                TenantId = fixture.Tenant.Id,
                ObjectId = fixture.User.ObjectId,
                Upn = fixture.User.UserName,
                Name = fixture.User.DisplayName,
                DeviceId = deviceId.ToString("D"),
                Expires = DateTimeOffset.FromUnixTimeSeconds(fixture.Now) + TimeSpan.FromMinutes(75),
            },
            Assert.IsType<DeviceTokenResult.Accepted>(result).Identity
        );
    }

    [Fact]
    public async Task Validate_AcceptsAnotherScopeWhenTheScopeIsNotRequired()
    {
        await using var lenient = await TokenValidatorFixture.CreateAsync(requireScope: false);

        Assert.IsType<DeviceTokenResult.Accepted>(
            await lenient.ValidateAsync(lenient.Token(claims => claims["scp"] = "user_impersonation"))
        );
        Assert.True(
            Assert.IsType<DeviceTokenResult.Rejected>(await lenient.ValidateAsync(lenient.Token(claims => claims.Remove("scp")))).Forbidden
        );
    }
}
