using MamConsole.PolicyEngine;
using MamConsole.PolicyEngine.Authoring;
using MamConsole.PolicyEngine.DeviceLock;
using MamConsole.PolicyEngine.Facts;
using MamConsole.PolicyEngine.Findings;

namespace MamConsole.Tests.PolicyEngine.DeviceLock;

public sealed class DeviceLockValidatorTests
{
    private static readonly PolicyContext Context = new(
        null,
        new TenantFacts(
            Guid.Parse("7b3f0c1e-4a55-4f43-9b7a-0d6b5c1f2e3d"),
            "MamConsole",
            new Uri("https://mam.contoso.example/mam/enroll")
        ),
        null,
        DateTimeOffset.UnixEpoch
    );

    public static TheoryData<string, string, Severity, DeviceLockSettings> BadValues =>
        new()
        {
            {
                "DL-01",
                "deviceLock.lockRequired",
                Severity.Block,
                new() { LockRequired = false, MinimumLength = "6" }
            },
            {
                "DL-02",
                "deviceLock.minimumLength",
                Severity.Block,
                new() { MinimumLength = "3" }
            },
            {
                "DL-02",
                "deviceLock.minimumLength",
                Severity.Block,
                new() { MinimumLength = "17" }
            },
            {
                "DL-03",
                "deviceLock.failedAttempts",
                Severity.Block,
                new() { FailedAttempts = "2" }
            },
            {
                "DL-03",
                "deviceLock.failedAttempts",
                Severity.Block,
                new() { FailedAttempts = "30" }
            },
            {
                "DL-04",
                "deviceLock.characterGroups",
                Severity.Warn,
                new() { CharacterGroups = "3", PasswordKind = PasswordKind.LettersAndDigits }
            },
            {
                "DL-05",
                "deviceLock.characterGroups",
                Severity.Warn,
                new() { CharacterGroups = "2", PasswordKind = PasswordKind.DigitsWillDo }
            },
            {
                "DL-05",
                "deviceLock.characterGroups",
                Severity.Warn,
                new() { CharacterGroups = "2" }
            },
            {
                "DL-06",
                "deviceLock.lockAfterMinutes",
                Severity.Block,
                new() { LockAfterMinutes = "1000" }
            },
            {
                "DL-06",
                "deviceLock.lockAfterMinutes",
                Severity.Block,
                new() { LockAfterMinutes = "five" }
            },
            {
                "DL-06",
                "deviceLock.expirationDays",
                Severity.Block,
                new() { ExpirationDays = "731" }
            },
            {
                "DL-06",
                "deviceLock.history",
                Severity.Block,
                new() { History = "51" }
            },
        };

    [Theory]
    [MemberData(nameof(BadValues))]
    public void Validate_ReportsBadValue(string code, string field, Severity severity, DeviceLockSettings settings)
    {
        var review = PolicyValidator.Validate(new WrittenPolicy { DeviceLock = settings }, Context);

        var finding = Assert.Single(review.Findings, f => f.Code == code);
        Assert.Equal((field, severity), (finding.Field, finding.Severity));
        Assert.Equal(severity == Severity.Block, review.Valid is null);
    }

    public static TheoryData<BadValue> FleetValues =>
        [
            new BadValue("DL-08", "deviceLock.failedAttempts", Severity.Warn, new() { DeviceLock = new() { FailedAttempts = "10" } })
            {
                Fleet = new FleetFacts(25, 0) { Unencrypted = 2 },
            },
        ];

    [Theory]
    [MemberData(nameof(FleetValues))]
    public void Validate_ReportsValueThatSomePcsCannotEnforce(BadValue bad) => bad.Check();

    [Fact]
    public void Validate_IgnoresEncryptionThatNoPcReported()
    {
        var limit = new WrittenPolicy { DeviceLock = new() { FailedAttempts = "10" } };

        Assert.Empty(PolicyValidator.Validate(limit, Context with { Fleet = new FleetFacts(25, 0) }).Findings);
        Assert.Empty(PolicyValidator.Validate(limit, Context).Findings);
    }

    /// <summary>DL-07: released builds would reject nodes that exist only in previews.</summary>
    [Fact]
    public void Compile_WritesOnlyNodesOfEveryBuildWithMam()
    {
        var nodes = SamplePolicies.Compile(new() { DeviceLock = SamplePolicies.Rich.DeviceLock }).Nodes;

        Assert.Equal(9, nodes.Count);
        Assert.All(nodes, node => Assert.Equal(MamConsole.Protocol.Csp.CspNode.FirstBuildWithMam, node.MinimumBuild));
    }

    [Fact]
    public void Validate_AcceptsValidSettings()
    {
        var settings = new DeviceLockSettings
        {
            LockRequired = true,
            LockAfterMinutes = "5",
            MinimumLength = "8",
            FailedAttempts = "10",
        };
        var review = PolicyValidator.Validate(new WrittenPolicy { DeviceLock = settings }, Context);

        Assert.Empty(review.Findings);
        Assert.NotNull(review.Valid);
    }
}
