using System.Text.Json;
using System.Text.Json.Nodes;
using MamConsole.PolicyEngine.Authoring;
using MamConsole.PolicyEngine.Eas;

namespace MamConsole.Tests.PolicyEngine.Eas;

/// <summary>Tests the comparison with the cases of this class and with those of the reference.</summary>
public sealed class EasComparisonTests
{
    /// <summary>The rules of both sides and the dimensions that fail, with one row for each rule of the comparison.</summary>
    public static TheoryData<string, string, string, string> Cases =>
        new()
        {
            {
                "the units differ and the time is the same",
                """{ "DevicePasswordEnabled": 0, "MaxInactivityTimeDeviceLock": 10 }""",
                """{ "DevicePasswordEnabled": 1, "MaxInactivityTimeDeviceLock": 600 }""",
                ""
            },
            {
                "equal numbers in different units",
                """{ "DevicePasswordEnabled": 0, "MaxInactivityTimeDeviceLock": 10 }""",
                """{ "DevicePasswordEnabled": 1, "MaxInactivityTimeDeviceLock": 10 }""",
                "MaxInactivityTimeDeviceLock"
            },
            {
                "no time in MAM is no limit",
                """{ "DevicePasswordEnabled": 0, "MaxInactivityTimeDeviceLock": 0 }""",
                """{ "DevicePasswordEnabled": 1, "MaxInactivityTimeDeviceLock": 9998 }""",
                "MaxInactivityTimeDeviceLock"
            },
            {
                "9999 seconds are unlimited",
                """{ "DevicePasswordEnabled": 0 }""",
                """{ "DevicePasswordEnabled": 1, "MaxInactivityTimeDeviceLock": 9999 }""",
                ""
            },
            {
                "0 seconds are unlimited",
                """{ "DevicePasswordEnabled": 0 }""",
                """{ "DevicePasswordEnabled": 1, "MaxInactivityTimeDeviceLock": 0 }""",
                ""
            },
            {
                "an empty time is unlimited",
                """{ "DevicePasswordEnabled": 0 }""",
                """{ "DevicePasswordEnabled": 1, "MaxInactivityTimeDeviceLock": null }""",
                ""
            },
            {
                "MAM's switch is inverted",
                """{ "DevicePasswordEnabled": 1 }""",
                """{ "DevicePasswordEnabled": 1 }""",
                "DevicePasswordEnabled"
            },
            {
                "without the lock no other node acts",
                """{ "MinDevicePasswordLength": 12, "AllowSimpleDevicePassword": 0 }""",
                """{ "DevicePasswordEnabled": 1, "MinDevicePasswordLength": 6, "AllowSimpleDevicePassword": 0 }""",
                "DevicePasswordEnabled AllowSimpleDevicePassword MinDevicePasswordLength"
            },
            {
                "Exchange's other rules hang on its password switch",
                "{}",
                """{ "DevicePasswordEnabled": 0, "MinDevicePasswordLength": 12, "MaxDevicePasswordFailedAttempts": 4, "AllowSimpleDevicePassword": 0 }""",
                ""
            },
            { "an absent password switch is off", "{}", """{ "DevicePasswordHistory": 12 }""", "" },
            {
                "the lock alone presets 4 characters",
                """{ "DevicePasswordEnabled": 0 }""",
                """{ "DevicePasswordEnabled": 1, "MinDevicePasswordLength": 4 }""",
                ""
            },
            {
                "digits will do presets no length",
                """{ "DevicePasswordEnabled": 0, "AlphanumericDevicePasswordRequired": 1 }""",
                """{ "DevicePasswordEnabled": 1, "MinDevicePasswordLength": 2 }""",
                "MinDevicePasswordLength"
            },
            {
                "a length of 1 is none",
                """{ "DevicePasswordEnabled": 0, "AlphanumericDevicePasswordRequired": 2 }""",
                """{ "DevicePasswordEnabled": 1, "MinDevicePasswordLength": 1 }""",
                ""
            },
            {
                "letters and digits preset 2 kinds and 4 characters",
                """{ "DevicePasswordEnabled": 0, "AlphanumericDevicePasswordRequired": 0 }""",
                """{ "DevicePasswordEnabled": 1, "AlphanumericDevicePasswordRequired": 1, "MinDevicePasswordLength": 4 }""",
                ""
            },
            {
                "kinds count with letters and digits alone",
                """{ "DevicePasswordEnabled": 0, "MinDevicePasswordComplexCharacters": 3 }""",
                """{ "DevicePasswordEnabled": 1, "MinDevicePasswordComplexCharacters": 2 }""",
                "MinDevicePasswordComplexCharacters"
            },
            {
                "alphanumeric raises one kind to two",
                """{ "DevicePasswordEnabled": 0 }""",
                """{ "DevicePasswordEnabled": 1, "AlphanumericDevicePasswordRequired": 1, "MinDevicePasswordComplexCharacters": 1 }""",
                "MinDevicePasswordComplexCharacters"
            },
            {
                "fewer tries are stricter",
                """{ "DevicePasswordEnabled": 0, "MaxDevicePasswordFailedAttempts": 4 }""",
                """{ "DevicePasswordEnabled": 1, "MaxDevicePasswordFailedAttempts": 16 }""",
                ""
            },
            {
                "no tries in MAM is no limit",
                """{ "DevicePasswordEnabled": 0, "MaxDevicePasswordFailedAttempts": 0 }""",
                """{ "DevicePasswordEnabled": 1, "MaxDevicePasswordFailedAttempts": 16 }""",
                "MaxDevicePasswordFailedAttempts"
            },
            {
                "never expiring is the weakest",
                """{ "DevicePasswordEnabled": 0, "DevicePasswordExpiration": 0 }""",
                """{ "DevicePasswordEnabled": 1, "DevicePasswordExpiration": 700 }""",
                "DevicePasswordExpiration"
            },
            {
                "an expiry of 0 days asks for nothing",
                """{ "DevicePasswordEnabled": 0 }""",
                """{ "DevicePasswordEnabled": 1, "DevicePasswordExpiration": 0 }""",
                ""
            },
            {
                "more remembered passwords are stricter",
                """{ "DevicePasswordEnabled": 0, "DevicePasswordHistory": 4 }""",
                """{ "DevicePasswordEnabled": 1, "DevicePasswordHistory": 5 }""",
                "DevicePasswordHistory"
            },
            {
                "simple passwords are allowed where nobody forbids them",
                """{ "DevicePasswordEnabled": 0, "AllowSimpleDevicePassword": 1 }""",
                """{ "DevicePasswordEnabled": 1 }""",
                ""
            },
            {
                "encryption does not hang on the password switch",
                """{ "DevicePasswordEnabled": 0 }""",
                """{ "RequireDeviceEncryption": 1 }""",
                "RequireDeviceEncryption"
            },
            {
                "what Windows does not evaluate never counts",
                "{}",
                """{ "AllowCamera": 0, "RequireStorageCardEncryption": 1, "ApprovedApplicationList": ["x"], "AllowBluetooth": 0 }""",
                ""
            },
        };

    [Theory]
    [MemberData(nameof(Cases))]
    public void Evaluate_NamesFailingDimensions(string what, string mam, string exchange, string failing)
    {
        var verdict = Evaluate(mam, exchange);

        Assert.Equal((what, failing), (what, string.Join(' ', verdict.Failing)));
        Assert.Equal(failing.Length == 0, verdict.Compliant);
    }

    [Fact]
    public void Evaluate_TakesStricterValueOfEachDimension()
    {
        var verdict = Evaluate(
            """{ "DevicePasswordEnabled": 0, "MinDevicePasswordLength": 6, "MaxInactivityTimeDeviceLock": 3, "MaxDevicePasswordFailedAttempts": 9, "DevicePasswordHistory": 2 }""",
            """{ "DevicePasswordEnabled": 1, "MinDevicePasswordLength": 9, "MaxInactivityTimeDeviceLock": 600, "MaxDevicePasswordFailedAttempts": 7, "DevicePasswordExpiration": 30, "AllowSimpleDevicePassword": 0, "RequireDeviceEncryption": 1 }"""
        );

        Assert.Equal(new LockSettings(true, false, 9, 1, 180, 7, 30, 2, true), verdict.Resultant);
    }

    [Theory]
    [InlineData(EasOrder.EasAfterMam, false, false, false, true, false)]
    [InlineData(EasOrder.EasAfterMam, false, true, false, true, false)]
    [InlineData(EasOrder.EasAfterMam, true, false, false, true, false)]
    [InlineData(EasOrder.EasAfterMam, true, true, false, true, true)]
    [InlineData(EasOrder.MamAfterEas, true, false, false, false, true)]
    [InlineData(EasOrder.MamAfterEas, false, true, false, false, false)]
    [InlineData(EasOrder.EasAfterMam, false, false, true, false, false)]
    [InlineData(EasOrder.EasAfterMam, true, false, true, false, true)]
    public void Evaluate_DerivesAdministratorAndMailFromOrderEncryptionAndUser(
        EasOrder order,
        bool encrypted,
        bool admin,
        bool met,
        bool adminNeeded,
        bool mailSyncs
    )
    {
        var mam = new LockSettings(true, true, met ? 8 : 4, 1, null, null, null, 0, false);
        var exchange = new LockSettings(true, true, 8, 1, null, null, null, 0, true);

        var verdict = EasComparison.Evaluate(mam, exchange, order, encrypted, admin);

        Assert.Equal((adminNeeded, mailSyncs, met && encrypted), (verdict.AdminNeeded, verdict.MailSyncs, verdict.Compliant));
    }

    [Fact]
    public void Evaluate_MatchesReferenceCases()
    {
        var cases = JsonNode.Parse(File.ReadAllText(ReferenceDocuments.Path("eas-cases.json")))!["cases"]!.AsArray();
        var wrong = new List<string>();
        foreach (var one in cases)
        {
            var order = Enum.Parse<EasOrder>((string)one!["order"]!, ignoreCase: true);
            var verdict = Evaluate(
                one["mam"]!.ToJsonString(),
                one["eas"]!.ToJsonString(),
                order,
                (bool?)one["encrypted"] ?? false,
                (bool?)one["admin"] ?? false
            );
            var document = new JsonObject
            {
                ["compliant"] = verdict.Compliant,
                ["failing"] = new JsonArray([.. verdict.Failing.Select(d => JsonValue.Create(d.Element))]),
                ["resultant"] = JsonSerializer.SerializeToNode(verdict.Resultant, WrittenPolicy.Json),
                ["adminNeeded"] = verdict.AdminNeeded,
                ["mailSyncs"] = verdict.MailSyncs,
            };
            if (!JsonNode.DeepEquals(document, one["expected"]))
            {
                wrong.Add($"{one["id"]}: {document.ToJsonString()} instead of {one["expected"]!.ToJsonString()}");
            }
        }

        Assert.True(cases.Count >= 28, $"Only {cases.Count} cases were found.");
        Assert.Empty(wrong);
    }

    private static EasVerdict Evaluate(
        string mam,
        string exchange,
        EasOrder order = EasOrder.EasAfterMam,
        bool encrypted = false,
        bool admin = false
    ) => EasComparison.Evaluate(LockSettings.Of(Read<LockNodes>(mam)), LockSettings.Of(Read<EasPolicy>(exchange)), order, encrypted, admin);

    private static T Read<T>(string json) => JsonSerializer.Deserialize<T>(json, WrittenPolicy.Json)!;
}
