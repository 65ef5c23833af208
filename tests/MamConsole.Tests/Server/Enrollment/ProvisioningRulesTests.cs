using MamConsole.Protocol.EnrollmentMessages;
using MamConsole.Server.Access;
using MamConsole.Server.Access.Tokens;
using MamConsole.Server.DeviceRequests;
using MamConsole.Server.Enrollment;
using Microsoft.Extensions.Configuration;

namespace MamConsole.Tests.Server.Enrollment;

public sealed class ProvisioningRulesTests
{
    private static readonly DeviceIdentity Maja = new()
    {
        TenantId = Guid.Parse("7b3f0c1e-4a55-4f43-9b7a-0d6b5c1f2e3d"),
        ObjectId = Guid.Parse("0e7a4f4c-8d3b-4c59-8a0e-3a1d9b1f6c21"),
        Upn = "maja@northwind.example",
        Name = "Maja",
        DeviceId = null,
        Expires = DateTimeOffset.UnixEpoch,
    };

    [Fact]
    [Trait("Abuse", "SO-27")]
    public void DocumentFor_UsesConfiguredAddress()
    {
        var document = Rules(new EnrollmentOptions()).DocumentFor("0198c0de", Maja);

        Assert.Equal(
            ("https://mam.contoso.example/mam/sync/0198c0de", "MamConsole", "0198c0de"),
            (document.Address, document.ProviderId, document.EntDMID)
        );
        Assert.Equal(
            ("maja@northwind.example", "https://mam.contoso.example", 480),
            (document.Upn, document.AadResourceId, document.Poll?.IntervalForRemainingScheduledRetries)
        );
        Assert.Equal(
            ProvisioningDocumentWriter.Write(document),
            ProvisioningDocumentWriter.Write(Rules(new EnrollmentOptions()).DocumentFor("0198c0de", Maja))
        );
    }

    [Fact]
    public void DocumentFor_OmitsOptionalPartsWhenDisabled()
    {
        var document = Rules(
                new EnrollmentOptions
                {
                    ProvisionPoll = false,
                    ProvisionResourceId = false,
                    ProvisionUpn = false,
                }
            )
            .DocumentFor("0198c0de", Maja);

        Assert.Equal((null, null, null), (document.Upn, document.AadResourceId, document.Poll));
    }

    [Theory]
    [InlineData("10.0.22631.3880", 22631)]
    [InlineData("10.0.15063", 15063)]
    [InlineData("10.0", null)]
    [InlineData("10.0.-1", null)]
    [InlineData("", null)]
    [InlineData(null, null)]
    public void Build_ReturnsThirdNumberOfVersion(string? version, int? build) => Assert.Equal(build, EnrollmentRules.Build(version));

    private static ProvisioningRules Rules(EnrollmentOptions options)
    {
        var configuration = new ConfigurationBuilder()
            .AddInMemoryCollection(new Dictionary<string, string?> { ["PublicUrl"] = "https://mam.contoso.example" })
            .Build();
        return new ProvisioningRules(
            new DeviceApplication { ClientId = Guid.Empty, AppIdUri = "https://mam.contoso.example" },
            options,
            new PublicAddress(configuration, null!)
        );
    }
}
