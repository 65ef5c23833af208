using MamConsole.PolicyEngine;
using MamConsole.PolicyEngine.AppRules;
using MamConsole.PolicyEngine.Facts;

namespace MamConsole.Tests.PolicyEngine;

/// <summary>Tests that limitations are reported where they apply, and only with numbers that were counted.</summary>
public sealed class PlatformLimitationsTests
{
    [Fact]
    public void Of_ReturnsNothingWhenPolicyDoesNotProtect() =>
        Assert.Empty(PlatformLimitations.Of(new() { DeviceLock = new() { MinimumLength = "6" } }, new FleetFacts(25, 3)));

    [Fact]
    public void Of_CountsPcsThatEnforceWip()
    {
        var limitations = PlatformLimitations.Of(SamplePolicies.Clean, new FleetFacts(25, 0) { WithoutWip = 9, UnknownBuilds = 1 });

        Assert.Equal(["helps", "wip-ends"], limitations.Select(n => n.Code));
        Assert.Equal(
            "Windows 11 24H2 and later no longer enforce WIP, even if they acknowledge the setting: 15 of 25 PCs enforce it. Of 1 PC "
                + "the build is not known.",
            limitations[1].Text
        );
    }

    [Fact]
    public void Of_ReportsMissingPcsAndOmitsNumbersWhenNotCounted()
    {
        Assert.EndsWith(
            "even if they acknowledge the setting: there are no PCs yet.",
            PlatformLimitations.Of(SamplePolicies.Clean, FleetFacts.Nobody)[1].Text,
            StringComparison.Ordinal
        );
        Assert.EndsWith(
            "even if they acknowledge the setting.",
            PlatformLimitations.Of(SamplePolicies.Clean, null)[1].Text,
            StringComparison.Ordinal
        );
        Assert.Contains("there are no PCs yet", PlatformLimitations.OfFleet(0, 0)[0].Text, StringComparison.Ordinal);
        Assert.Contains("1 of 1 PC enforces it", PlatformLimitations.OfFleet(1, 1)[0].Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Of_ReportsHomeEditionsLostKeysAndExemptAppsWithTheirAreas()
    {
        var outlook = KnownApps.All.Single(app => app.DisplayName == "Outlook").Rule;
        var policy = SamplePolicies.Clean with
        {
            InformationProtection = SamplePolicies.Clean.InformationProtection with { RecoveryCertificate = null },
            AppRules = SamplePolicies.Clean.AppRules with { Exempt = [outlook, SamplePolicies.LineOfBusiness] },
        };

        var limitations = PlatformLimitations.Of(policy, new FleetFacts(25, 3));

        Assert.Equal(
            [
                ("helps", "informationProtection"),
                ("wip-ends", "informationProtection"),
                ("home", "networkBoundary"),
                ("recovery", "informationProtection"),
                ("exempt", "appRules"),
                ("mail-cache", "appRules"),
            ],
            limitations.Select(n => (n.Code, n.Area))
        );
        Assert.StartsWith("3 of 25 PCs run a Home edition", limitations[2].Text, StringComparison.Ordinal);
        Assert.StartsWith("Outlook is exempt", limitations[5].Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Of_OmitsRecoveryWhenKeysAreRetainedOnUnenroll() =>
        Assert.DoesNotContain(
            PlatformLimitations.Of(
                SamplePolicies.Clean with
                {
                    InformationProtection = SamplePolicies.Clean.InformationProtection with
                    {
                        RecoveryCertificate = null,
                        RevokeOnUnenroll = false,
                    },
                },
                null
            ),
            limitation => limitation.Code == "recovery"
        );
}
