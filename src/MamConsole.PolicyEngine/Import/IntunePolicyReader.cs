using System.Text.Json;
using MamConsole.PolicyEngine.Authoring;
using MamConsole.PolicyEngine.DeviceLock;
using MamConsole.PolicyEngine.Handoff;
using MamConsole.PolicyEngine.HelloPin;
using MamConsole.PolicyEngine.InformationProtection;
using MamConsole.PolicyEngine.NetworkBoundary;

namespace MamConsole.PolicyEngine.Import;

/// <summary>
/// Reads one WIP policy of Intune (docs/reference/wip-authoring.md §9): the import report has a line for every property of the object,
/// including unknown ones. Values are imported unchanged; the rules report invalid ones.
/// </summary>
internal sealed partial class IntunePolicyReader
{
    private const string Bookkeeping = "Used only by Intune.";

    private readonly IntuneValues values;
    private readonly ImportReportBuilder report;
    private readonly AppListBuilder apps = new();
    private string name = "";
    private FieldComments? comments;
    private InformationProtectionSettings protection = new();
    private NetworkBoundarySettings boundary = new();
    private DeviceLockSettings deviceLock = new();
    private HelloPinSettings pin = new();
    private HandoffSettings handoff = new();

    private IntunePolicyReader(ImportReportBuilder report)
    {
        this.report = report;
        values = new IntuneValues(report);
    }

    public static ImportedPolicy Read(JsonElement item, string path, ImportSource source, ImportReportBuilder report)
    {
        var reader = new IntunePolicyReader(report);

        // The primary domain must be read before the others are numbered, whatever the order of members.
        if (item.TryGetProperty("enterpriseDomain", out var domain))
        {
            reader.Primary(domain, $"{path}.enterpriseDomain");
        }

        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var member in item.EnumerateObject())
        {
            var at = $"{path}.{member.Name}";
            if (!seen.Add(member.Name))
            {
                report.Drop(at, IntuneEnvelope.Value(member.Value), "The member appears twice; the first one is used.");
            }
            else if (member.Name != "enterpriseDomain")
            {
                reader.Member(member.Name, member.Value, at);
            }
        }

        return new ImportedPolicy(reader.name, source, reader.Document(), report.Build());
    }

    private WrittenPolicy Document() =>
        new()
        {
            Comments = comments,
            InformationProtection = protection,
            AppRules = apps.Build(),
            NetworkBoundary = boundary,
            DeviceLock = deviceLock,
            HelloPin = pin,
            Handoff = handoff,
        };

    private void Member(string member, JsonElement value, string at)
    {
        switch (member)
        {
            case "displayName":
                name = values.Text(value, at, "name");
                break;
            case "description":
                comments = values.Text(value, at, $"why.{FieldComments.WholePolicy}") is { Length: > 0 } text
                    ? FieldComments.Of(new FieldComment(FieldComments.WholePolicy, text))
                    : null;
                break;
            case "@odata.type":
                report.AddImported(at, IntuneEnvelope.Value(value), null, "The type of the policy.");
                break;
            case "id" or "version" or "createdDateTime" or "lastModifiedDateTime" or "roleScopeTagIds" or "deployedAppCount":
                report.Drop(at, IntuneEnvelope.Value(value), Bookkeeping);
                break;
            case "isAssigned" or "assignments" or "targetedAppManagementLevels" or "apps" or "appGroupType":
                report.Drop(at, IntuneEnvelope.Value(value), "Assignments are not imported; configure them under Assignments.");
                break;
            case "protectionUnderLockConfigRequired":
                report.Drop(at, IntuneEnvelope.Value(value), "The setting was only for phones and no longer exists in Windows (W-OBS-02).");
                break;
            case "indexingEncryptedStoresOrItemsBlocked":
                report.Drop(at, IntuneEnvelope.Value(value), "Windows accepts Search settings only from MDM.");
                break;
            default:
                if (!Protection(member, value, at) && !Lists(member, value, at) && !Access(member, value, at))
                {
                    report.Drop(
                        at,
                        IntuneEnvelope.Value(value),
                        member.Contains('@', StringComparison.Ordinal)
                            ? "Graph metadata, not a setting."
                            : "MamConsole does not recognize this."
                    );
                }

                break;
        }
    }

    private bool Protection(string member, JsonElement value, string at)
    {
        var next = member switch
        {
            "enforcementLevel" => protection with { Mode = values.Choice(value, at, "informationProtection.mode", IntuneWords.Modes) },
            "revokeOnUnenrollDisabled" => protection with
            {
                RevokeOnUnenroll = values.Opposite(value, at, "informationProtection.revokeOnUnenroll"),
            },
            "revokeOnMdmHandoffDisabled" => protection with
            {
                RevokeOnMdmHandoff = values.Opposite(value, at, "informationProtection.revokeOnMdmHandoff"),
            },
            "iconsVisible" => protection with { ShowIcons = values.Flag(value, at, "informationProtection.showIcons") },
            "azureRightsManagementServicesAllowed" => protection with
            {
                AzureRms = values.Flag(value, at, "informationProtection.azureRms"),
            },
            "rightsManagementServicesTemplateId" => protection with
            {
                RmsTemplateId = values.Text(value, at, "informationProtection.rmsTemplateId"),
            },
            "daysWithoutContactBeforeUnenroll" => protection with
            {
                LostContactDays = values.Number(
                    value,
                    at,
                    "informationProtection.lostContactDays",
                    zero: "In Intune 0 means never, which is Windows’ default: nothing is set."
                ),
            },
            "dataRecoveryCertificate" => protection with { RecoveryCertificate = Certificate(value, at) },
            _ => null,
        };
        protection = next ?? protection;
        return next is not null;
    }

    private bool Access(string member, JsonElement value, string at)
    {
        switch (member)
        {
            case "mdmEnrollmentUrl":
                handoff = handoff with { DiscoveryUrl = values.Text(value, at, "handoff.discoveryUrl") };
                break;
            case "windowsHelloForBusinessBlocked":
                pin = pin with { UsePassportForWork = values.Opposite(value, at, "helloPin.usePassportForWork") };
                break;
            case "pinMinimumLength":
                pin = pin with { MinimumLength = values.Number(value, at, "helloPin.minimumLength") };
                break;
            case "pinUppercaseLetters":
                pin = pin with { UppercaseLetters = values.Choice(value, at, "helloPin.uppercaseLetters", IntuneWords.Characters) };
                break;
            case "pinLowercaseLetters":
                pin = pin with { LowercaseLetters = values.Choice(value, at, "helloPin.lowercaseLetters", IntuneWords.Characters) };
                break;
            case "pinSpecialCharacters":
                pin = pin with { SpecialCharacters = values.Choice(value, at, "helloPin.specialCharacters", IntuneWords.Characters) };
                break;
            case "pinExpirationDays":
                pin = pin with { ExpirationDays = values.Number(value, at, "helloPin.expirationDays") };
                break;
            case "numberOfPastPinsRemembered":
                pin = pin with { History = values.Number(value, at, "helloPin.history") };
                break;
            case "passwordMaximumAttemptCount":
                deviceLock = deviceLock with
                {
                    FailedAttempts = values.Number(
                        value,
                        at,
                        "deviceLock.failedAttempts",
                        zero: "In Intune 0 means no limit, which is Windows’ default: nothing is set."
                    ),
                };
                break;
            case "minutesOfInactivityBeforeDeviceLock":
                deviceLock = deviceLock with
                {
                    LockAfterMinutes = values.Number(
                        value,
                        at,
                        "deviceLock.lockAfterMinutes",
                        zero: "In Intune 0 means never, which is Windows’ default: nothing is set."
                    ),
                };
                break;
            default:
                return false;
        }

        return true;
    }
}
