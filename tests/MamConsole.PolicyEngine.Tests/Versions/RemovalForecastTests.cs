using CsCheck;
using MamConsole.PolicyEngine;
using MamConsole.PolicyEngine.Authoring;
using MamConsole.PolicyEngine.DeviceLock;
using MamConsole.PolicyEngine.Polling;
using MamConsole.PolicyEngine.Versions;
using MamConsole.Protocol.Csp;

namespace MamConsole.Tests.PolicyEngine.Versions;

public sealed class RemovalForecastTests
{
    private static readonly WrittenPolicy Rich = SamplePolicies.Rich;

    public static TheoryData<string> WritableNodes =>
        [
            .. CspCatalogue
                .All.Where(node =>
                    node.Format is not (CspFormat.Node or CspFormat.Null) && (node.Access & (CspAccess.Add | CspAccess.Replace)) != 0
                )
                .Select(node => node.Uri)
                .Distinct()
                .Order(StringComparer.Ordinal),
        ];

    [Theory]
    [MemberData(nameof(WritableNodes))]
    public void Of_HasRuleForEveryWritableNode(string locUri)
    {
        var rule = RemovalBehaviorTable.Of(locUri);

        Assert.NotNull(rule);
        Assert.EndsWith(".", rule.Sentence, StringComparison.Ordinal);
        Assert.NotEqual("", rule.Source);
    }

    [Fact]
    public void Of_DistinguishesNodesWithCommonPrefix() =>
        Assert.NotEqual(
            RemovalBehaviorTable.Of("./Device/Vendor/MSFT/Policy/Config/DeviceLock/MaxInactivityTimeDeviceLock"),
            RemovalBehaviorTable.Of("./Device/Vendor/MSFT/Policy/Config/DeviceLock/MaxInactivityTimeDeviceLockWithExternalDisplay")
        );

    [Fact]
    public void Unknown_IsReportedAsStaysAndUnverified()
    {
        Assert.Null(RemovalBehaviorTable.Of("./Device/Vendor/MSFT/Elsewhere/Node"));
        Assert.Equal(
            (RemovalBehavior.Stays, RemovalCertainty.Unverified),
            (RemovalBehaviorTable.Unknown.Behavior, RemovalBehaviorTable.Unknown.Certainty)
        );
    }

    /// <summary>Covers removed settings with one row for each kind of behavior.</summary>
    [Theory]
    [InlineData(
        "deviceLock.lockAfterMinutes",
        RemovalBehavior.Reverts,
        RemovalCertainty.Unverified,
        "Windows returns to not locking automatically.",
        "0"
    )]
    [InlineData("informationProtection.mode", RemovalBehavior.NeedsValue, RemovalCertainty.Documented, "requires writing “off”", "off")]
    [InlineData(
        "informationProtection.recoveryCertificate",
        RemovalBehavior.GoesAway,
        RemovalCertainty.Inferred,
        "New files cannot be recovered with it.",
        null
    )]
    [InlineData(
        "informationProtection.revokeOnUnenroll",
        RemovalBehavior.Reverts,
        RemovalCertainty.Inferred,
        "unreadable on unenroll",
        "false"
    )]
    [InlineData(
        "appRules.exempt",
        RemovalBehavior.GoesAway,
        RemovalCertainty.Inferred,
        "Files that they saved unprotected stay unprotected.",
        null
    )]
    [InlineData("networkBoundary.cloudResources", RemovalBehavior.GoesAway, RemovalCertainty.Inferred, "no longer count as work", null)]
    [InlineData("helloPin.minimumLength", RemovalBehavior.Reverts, RemovalCertainty.Inferred, "PINs of 6 characters or more", null)]
    [InlineData("handoff.discoveryUrl", RemovalBehavior.GoesAway, RemovalCertainty.Inferred, "The offer disappears", null)]
    [InlineData(
        "polling.rhythm",
        RemovalBehavior.NeedsValue,
        RemovalCertainty.Unverified,
        "Windows’ default schedule ends after ten check-ins",
        "suggested"
    )]
    public void Between_ReportsBehaviorCertaintyAndRemedy(
        string field,
        RemovalBehavior behavior,
        RemovalCertainty certainty,
        string words,
        string? remedy
    )
    {
        var removal = Assert.Single(RemovalForecast.Between(Rich, Without(field)), r => r.Field == field);

        Assert.Equal((behavior, certainty, remedy), (removal.Behavior, removal.Certainty, removal.Remedy?.Value));
        Assert.Contains(words, removal.Sentence, StringComparison.Ordinal);
    }

    [Fact]
    public void Between_RequiresOnlyOneValueWhenWholeLockIsRemoved()
    {
        var removals = RemovalForecast.Between(Rich, Rich with { DeviceLock = new DeviceLockSettings() });

        var enabled = Assert.Single(removals, r => r.Behavior == RemovalBehavior.NeedsValue);
        Assert.Equal(("deviceLock.lockRequired", "false"), (enabled.Remedy!.Field, enabled.Remedy.Value));
        Assert.All(removals.Where(r => r != enabled), r => Assert.Null(r.Remedy));
        Assert.Equal(new DeviceLockSettings { LockRequired = false }, enabled.Remedy.ApplyTo(new WrittenPolicy()).DeviceLock);
    }

    [Fact]
    public void Between_ReportsImpliedLock()
    {
        var from = new WrittenPolicy { DeviceLock = new DeviceLockSettings { History = "5" } };

        Assert.Contains(RemovalForecast.Between(from, new WrittenPolicy()), r => r.Field == "deviceLock.lockRequired");
    }

    [Fact]
    public void Between_ReportsRemovedRowsOfRemainingListWithoutNode()
    {
        var removal = Assert.Single(
            RemovalForecast.Between(
                Rich,
                Rich with
                {
                    NetworkBoundary = Rich.NetworkBoundary with { CloudResources = [Rich.NetworkBoundary.CloudResources[0]] },
                }
            )
        );

        Assert.Equal(
            ("networkBoundary.cloudResources", RemovalBehavior.GoesAway, 0),
            (removal.Field, removal.Behavior, removal.Nodes.Count)
        );
        Assert.StartsWith("The list is sent again", removal.Sentence, StringComparison.Ordinal);
    }

    [Fact]
    public void Between_IsEmptyForFirstVersionAndSamePolicy()
    {
        Assert.Empty(RemovalForecast.Between(null, Rich));
        PolicyGen.Policy.Sample(policy => Assert.Empty(RemovalForecast.Between(policy, policy)), iter: Iterations.Of(200));
    }

    [Fact]
    public void Between_ForecastsExactlyTheNodesRemovedOnWire() =>
        Gen.Select(PolicyGen.Policy, PolicyGen.Policy)
            .Sample(
                (from, to) =>
                {
                    if (Wire(from) is not { } before || Wire(to) is not { } after)
                    {
                        return;
                    }

                    var texts = RemovalForecast
                        .Between(from, to)
                        .SelectMany(r => r.Nodes)
                        .Select(SamplePolicies.Options.Fill)
                        .Order(StringComparer.Ordinal);
                    Assert.Equal(before.Except(after).Order(StringComparer.Ordinal), texts);
                },
                iter: Iterations.Of(2000)
            );

    [Fact]
    public void Remedy_PreservesNodeOnWireWithoutBlockingFindings() =>
        Gen.Select(PolicyGen.Policy, PolicyGen.Policy)
            .Sample(
                (from, to) =>
                {
                    if (Wire(from) is null || Wire(to) is null)
                    {
                        return;
                    }

                    foreach (var removal in RemovalForecast.Between(from, to).Where(r => r.Remedy is not null))
                    {
                        var resolved = removal.Remedy!.ApplyTo(to);
                        Assert.DoesNotContain(
                            RemovalForecast.Between(from, resolved),
                            r => r.Field == removal.Field && r.Nodes == removal.Nodes
                        );
                        Assert.NotNull(Wire(resolved));
                    }
                },
                iter: Iterations.Of(1000)
            );

    private static HashSet<string>? Wire(WrittenPolicy policy) =>
        PolicyValidator.Validate(policy, SamplePolicies.Context).Valid is { } valid
            ? PolicyCompiler.Compile(valid, SamplePolicies.Options).Nodes.Select(n => n.LocUri).ToHashSet(StringComparer.Ordinal)
            : null;

    private static WrittenPolicy Without(string field) =>
        field switch
        {
            "deviceLock.lockAfterMinutes" => Rich with { DeviceLock = Rich.DeviceLock with { LockAfterMinutes = "" } },
            "informationProtection.mode" => Rich with { InformationProtection = Rich.InformationProtection with { Mode = null } },
            "informationProtection.recoveryCertificate" => Rich with
            {
                InformationProtection = Rich.InformationProtection with { RecoveryCertificate = null },
            },
            "informationProtection.revokeOnUnenroll" => Rich with
            {
                InformationProtection = Rich.InformationProtection with { RevokeOnUnenroll = null },
            },
            "appRules.exempt" => Rich with { AppRules = Rich.AppRules with { Exempt = [] } },
            "networkBoundary.cloudResources" => Rich with { NetworkBoundary = Rich.NetworkBoundary with { CloudResources = [] } },
            "helloPin.minimumLength" => Rich with { HelloPin = Rich.HelloPin with { MinimumLength = "" } },
            "handoff.discoveryUrl" => Rich with { Handoff = Rich.Handoff with { DiscoveryUrl = "" } },
            _ => Rich with { Polling = new PollingSettings() },
        };
}
