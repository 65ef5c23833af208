using System.Text.Json;
using CsCheck;
using MamConsole.PolicyEngine.AppRules;
using MamConsole.PolicyEngine.Authoring;
using MamConsole.PolicyEngine.DeviceLock;
using MamConsole.PolicyEngine.InformationProtection;
using MamConsole.PolicyEngine.Versions;

namespace MamConsole.Tests.PolicyEngine.Versions;

public sealed class PolicyPatchTests
{
    private static readonly string[] NotedFields = [FieldComments.WholePolicy, "deviceLock.lockAfterMinutes", "appRules.allowed"];

    private static readonly Gen<FieldComments?> Comments = Gen.Select(
        Gen.Bool,
        Gen.Bool,
        Gen.Bool,
        Gen.OneOf("Audit", "“Q” & <b>\n"),
        (a, b, c, text) =>
            !a && !b && !c
                ? null
                : FieldComments.Of(
                    NotedFields.Zip((bool[])[a, b, c]).Where(field => field.Second).Select(field => new FieldComment(field.First, text))
                )
    );

    private static readonly Gen<WrittenPolicy> Noted = Gen.Select(
        PolicyGen.Policy,
        Comments,
        (policy, comments) => policy with { Comments = comments }
    );

    [Fact]
    public void Between_GivesSecondPolicyWhenApplied() =>
        Gen.Select(Noted, Noted).Sample((a, b) => Assert.Equal(b, PolicyPatch.Between(a, b).ApplyTo(a)), iter: Iterations.Of(500));

    [Fact]
    public void Between_RestoresFirstPolicyWhenReversed() =>
        Gen.Select(Noted, Noted)
            .Sample(
                (a, b) => Assert.Equal(a, PolicyPatch.Between(b, a).ApplyTo(PolicyPatch.Between(a, b).ApplyTo(a))),
                iter: Iterations.Of(200)
            );

    [Fact]
    public void Between_IsEmptyForSamePolicy() =>
        Noted.Sample(policy => Assert.Empty(PolicyPatch.Between(policy, policy).Edits), iter: Iterations.Of(200));

    [Fact]
    public void Between_CoversEveryChangeOfDiff() =>
        Gen.Select(Noted, Noted)
            .Sample(
                (a, b) =>
                {
                    var patched = PolicyPatch.Between(a, b).Edits.Select(edit => Area(edit.Field)).ToHashSet(StringComparer.Ordinal);
                    Assert.Empty(PolicyDiff.Compare(a, b).Changes.Select(change => Area(change.Field)).Except(patched));
                },
                iter: Iterations.Of(500)
            );

    [Fact]
    public void Between_NamesDifferingMembersWithBothValues()
    {
        var before = new WrittenPolicy
        {
            DeviceLock = new DeviceLockSettings { LockAfterMinutes = "5", LockRequired = true },
        };
        var after = before with
        {
            DeviceLock = new DeviceLockSettings { LockAfterMinutes = "15" },
            AppRules = new AppRulesSettings { Allowed = [new AppRule.StoreApp { PackageName = "A" }] },
            Comments = FieldComments.Of(new FieldComment("deviceLock.lockAfterMinutes", "Trains")),
        };

        var edits = PolicyPatch.Between(before, after).Edits.ToDictionary(edit => edit.Field);

        Assert.Equal(
            ["appRules.allowed", "deviceLock.lockAfterMinutes", "deviceLock.lockRequired", "why.deviceLock.lockAfterMinutes"],
            edits.Keys.Order()
        );
        Assert.Equal(("\"5\"", "\"15\""), (edits["deviceLock.lockAfterMinutes"].Was, edits["deviceLock.lockAfterMinutes"].Becomes));
        Assert.Equal(("true", null), (edits["deviceLock.lockRequired"].Was, edits["deviceLock.lockRequired"].Becomes));
        Assert.Equal(
            (null, "\"Trains\""),
            (edits["why.deviceLock.lockAfterMinutes"].Was, edits["why.deviceLock.lockAfterMinutes"].Becomes)
        );
    }

    [Fact]
    public void Put_SetsTypedValue()
    {
        var policy = PolicyPatch.Put(
            PolicyPatch.Put(PolicyPatch.Put(new WrittenPolicy(), "deviceLock.lockRequired", "false"), "deviceLock.history", "0"),
            "informationProtection.mode",
            "off"
        );

        Assert.Equal(
            (false, "0", ProtectionMode.Off),
            (policy.DeviceLock.LockRequired, policy.DeviceLock.History, policy.InformationProtection.Mode)
        );
    }

    [Theory]
    [InlineData("deviceLock.colour", "blue")]
    [InlineData("nowhere.at", "all")]
    [InlineData("deviceLock", "x")]
    [InlineData("informationProtection.mode", "sideways")]
    [InlineData("deviceLock.lockRequired", "perhaps")]
    public void Put_RejectsUnknownSettingOrInvalidValue(string field, string value) =>
        Assert.ThrowsAny<JsonException>(() => PolicyPatch.Put(new WrittenPolicy(), field, value));

    private static string Area(string field) =>
        field.Split('.') is ["why", .. var rest] ? $"why.{string.Join('.', rest)}" : field.Split('.')[0];
}
