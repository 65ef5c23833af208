using CsCheck;
using MamConsole.PolicyEngine;
using MamConsole.PolicyEngine.Authoring;
using MamConsole.PolicyEngine.Nodes;
using MamConsole.PolicyEngine.Versions;

namespace MamConsole.Tests.PolicyEngine.Versions;

public sealed class PolicyDiffTests
{
    private static readonly WrittenPolicy Rich = SamplePolicies.Rich;

    [Fact]
    public void Compare_ReturnsNoChangesForSamePolicy() =>
        PolicyGen.Policy.Sample(policy => Assert.True(PolicyDiff.Compare(policy, policy).IsEmpty), iter: Iterations.Of(100));

    [Fact]
    public void Compare_AddsEverythingForFirstVersion()
    {
        var changes = PolicyDiff.Compare(null, Rich);

        Assert.Equal(PolicyWords.Describe(Rich).Select(s => (s.Field, s.Sentence)), changes.Changes.Select(c => (c.Field, c.Sentence)));
        Assert.Equal(changes.Changes.Count, changes.Count(ChangeKind.Added));
    }

    [Fact]
    public void Compare_ReportsEffectAndBothValuesOfChange()
    {
        var change = Assert.Single(
            PolicyDiff.Compare(Rich, Rich with { DeviceLock = Rich.DeviceLock with { LockAfterMinutes = "15" } }).Changes
        );

        Assert.Equal(
            (
                ChangeKind.Changed,
                "Device lock",
                "deviceLock.lockAfterMinutes",
                "Maximum inactivity time until lock",
                "The PC locks after 15 minutes without use.",
                "5 minutes",
                "15 minutes"
            ),
            (change.Kind, change.Area, change.Field, change.Label, change.Sentence, change.Was, change.Becomes)
        );
        Assert.Equal(["./Device/Vendor/MSFT/Policy/Config/DeviceLock/MaxInactivityTimeDeviceLock"], change.Nodes);
    }

    [Fact]
    public void Compare_ReportsAddedAndRemovedRows()
    {
        var change = Assert.Single(
            PolicyDiff
                .Compare(
                    Rich,
                    Rich with
                    {
                        NetworkBoundary = Rich.NetworkBoundary with
                        {
                            CloudResources = [Rich.NetworkBoundary.CloudResources[0], new() { Host = "new.example" }],
                        },
                    }
                )
                .Changes
        );

        Assert.Equal(["new.example"], change.AddedItems);
        Assert.Equal([".files.example through proxy.northwind.example"], change.RemovedItems);
        Assert.Equal(("2 hosts", "2 hosts"), (change.Was, change.Becomes));
    }

    [Fact]
    public void Compare_ReportsOtherOrderWithoutRows()
    {
        var change = Assert.Single(
            PolicyDiff
                .Compare(
                    Rich,
                    Rich with
                    {
                        AppRules = Rich.AppRules with { Allowed = [SamplePolicies.Notepad, SamplePolicies.EdgeLegacy] },
                    }
                )
                .Changes
        );

        Assert.Equal((0, 0), (change.AddedItems.Count, change.RemovedItems.Count));
        Assert.StartsWith("Protected apps: the same rows in another order.", change.Sentence, StringComparison.Ordinal);
    }

    [Fact]
    public void Compare_ReportsEmptiedFieldsAsRemovedInTheirArea()
    {
        var changes = PolicyDiff
            .Compare(
                Rich,
                Rich with
                {
                    InformationProtection = Rich.InformationProtection with { RecoveryCertificate = null },
                    Polling = new(),
                }
            )
            .Changes;

        Assert.Equal(["informationProtection.recoveryCertificate", "polling.rhythm", "polling.pollOnLogin"], changes.Select(c => c.Field));
        Assert.All(changes, c => Assert.Equal((ChangeKind.Removed, true, false), (c.Kind, c.Was is not null, c.Becomes is not null)));
        Assert.Equal("Data recovery agent (DRA) certificate: no longer set, so Windows’ default applies.", changes[0].Sentence);
    }

    [Fact]
    public void Compare_DetectsOtherCertificateOfSameName() =>
        Assert.Single(
            PolicyDiff
                .Compare(
                    Rich,
                    Rich with
                    {
                        InformationProtection = Rich.InformationProtection with { RecoveryCertificate = SamplePolicies.Upload() },
                    }
                )
                .Changes
        );

    [Fact]
    public void Compare_ListsEveryNodeThatChangesOnWire() =>
        Gen.Select(PolicyGen.Policy, PolicyGen.Policy)
            .Sample(
                (from, to) =>
                {
                    var (before, after) = (Wire(from), Wire(to));
                    if (before is null || after is null)
                    {
                        return;
                    }

                    var differing = before
                        .Except(after)
                        .Concat(after.Except(before))
                        .Select(n => n.LocUri)
                        .ToHashSet(StringComparer.Ordinal);
                    var known = PolicyDiff
                        .Compare(from, to)
                        .Changes.SelectMany(c => c.Nodes)
                        .Select(SamplePolicies.Options.Fill)
                        .ToHashSet(StringComparer.Ordinal);
                    Assert.Empty(differing.Except(known));
                },
                iter: Iterations.Of(2000)
            );

    private static HashSet<CompiledNode>? Wire(WrittenPolicy policy) =>
        PolicyValidator.Validate(policy, SamplePolicies.Context).Valid is { } valid
            ? [.. PolicyCompiler.Compile(valid, SamplePolicies.Options).Nodes]
            : null;
}
