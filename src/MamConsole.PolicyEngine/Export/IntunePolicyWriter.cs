using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using MamConsole.PolicyEngine.Authoring;
using MamConsole.PolicyEngine.Findings;
using MamConsole.PolicyEngine.Import;
using MamConsole.PolicyEngine.PolicyFile;
using MamConsole.PolicyEngine.Statements;

namespace MamConsole.PolicyEngine.Export;

/// <summary>Writes the object of one policy, property by property, with one report line per setting.</summary>
internal sealed class IntunePolicyWriter(ImportReportBuilder report)
{
    private const string NoWord = "Intune’s policy has no property for it.";

    private readonly JsonObject json = [];

    public JsonObject Write(NamedPolicy policy)
    {
        var p = policy.Document;
        json["@odata.type"] = "#microsoft.graph.windowsInformationProtectionPolicy";
        json["displayName"] = policy.Name;
        json["description"] = p.Comments?.At(FieldComments.WholePolicy) ?? "";
        AddExported("name", policy.Name, "displayName");
        foreach (var comment in p.Comments?.Comments ?? [])
        {
            if (comment.Field == FieldComments.WholePolicy)
            {
                AddExported($"why.{comment.Field}", comment.Text, "description");
            }
            else
            {
                Drop($"why.{comment.Field}", comment.Text);
            }
        }

        Assignment(p);
        Protection(p);
        new IntuneAppsWriter(report, json).Write(p.AppRules);
        new IntuneListsWriter(report, json).Write(p);
        Access(p);
        return json;
    }

    private void Assignment(WrittenPolicy p)
    {
        var s = p.Assignment;
        Drop("to", s.To is { } to ? Name(to) : null);
        Drop("priority", Wording.Typed(s.Priority));
        Drop("people", Rows(s.People.Count));
        Drop("groups", Rows(s.Groups.Count));
        Drop("exceptGroups", Rows(s.ExceptGroups.Count));
        Drop("exceptPeople", Rows(s.ExceptPeople.Count));
        Drop("fromBuild", Wording.Typed(s.FromBuild));
        Drop("toBuild", Wording.Typed(s.ToBuild));
        Drop("editions", Rows(s.Editions.Count));
        Drop("rings", Rows(s.Rings.Count));

        static string? Rows(int count) => count == 0 ? null : Wording.Unit(count, "row");

        void Drop(string field, string? text)
        {
            if (text is not null)
            {
                report.Drop($"assignment.{field}", text, "Assignments are configured in Intune.");
            }
        }
    }

    private void Protection(WrittenPolicy p)
    {
        var s = p.InformationProtection;
        json["enforcementLevel"] = s.Mode is { } mode ? IntuneWords.Of(IntuneWords.Modes, mode) : null;
        if (s.Mode is { } statedMode)
        {
            report.AddImported("informationProtection.mode", Name(statedMode), "enforcementLevel", "");
        }

        Opposite("informationProtection.revokeOnUnenroll", s.RevokeOnUnenroll, "revokeOnUnenrollDisabled");
        Opposite("informationProtection.revokeOnMdmHandoff", s.RevokeOnMdmHandoff, "revokeOnMdmHandoffDisabled");
        Flag("informationProtection.showIcons", s.ShowIcons, "iconsVisible");
        Flag("informationProtection.azureRms", s.AzureRms, "azureRightsManagementServicesAllowed");
        Text("informationProtection.rmsTemplateId", s.RmsTemplateId, "rightsManagementServicesTemplateId");
        Number("informationProtection.lostContactDays", s.LostContactDays, "daysWithoutContactBeforeUnenroll", stale: 0);
        json["dataRecoveryCertificate"] = null;
        if (
            s.RecoveryCertificate is { Content: var content } rejected
            && (content.Length == 0 || !Convert.TryFromBase64String(content, new byte[content.Length], out _))
        )
        {
            report.Drop("informationProtection.recoveryCertificate", rejected.FileName, "The file contains no certificate.");
        }
        else if (s.RecoveryCertificate is { } certificate)
        {
            json["dataRecoveryCertificate"] = new JsonObject
            {
                ["subjectName"] = certificate.FileName,
                ["certificate"] = certificate.Content,
            };
            AddExported("informationProtection.recoveryCertificate", certificate.FileName, "dataRecoveryCertificate");
        }

        if (s.FurtherRecoveryCertificates.Count > 0)
        {
            report.Drop(
                "informationProtection.furtherRecoveryCertificates",
                Wording.List([.. s.FurtherRecoveryCertificates.Select(file => file.FileName)]),
                "Intune supports only one recovery certificate."
            );
        }
    }

    private void Access(WrittenPolicy p)
    {
        Text("handoff.discoveryUrl", p.Handoff.DiscoveryUrl, "mdmEnrollmentUrl");
        DropFlag("handoff.wipInMdm", p.Handoff.WipInMdm);
        DropText("handoff.mdmEnterpriseId", p.Handoff.MdmEnterpriseId);

        var pin = p.HelloPin;
        Opposite("helloPin.usePassportForWork", pin.UsePassportForWork, "windowsHelloForBusinessBlocked");
        Number("helloPin.minimumLength", pin.MinimumLength, "pinMinimumLength");
        DropText("helloPin.maximumLength", pin.MaximumLength);
        Characters("helloPin.uppercaseLetters", pin.UppercaseLetters, "pinUppercaseLetters");
        Characters("helloPin.lowercaseLetters", pin.LowercaseLetters, "pinLowercaseLetters");
        Characters("helloPin.specialCharacters", pin.SpecialCharacters, "pinSpecialCharacters");
        if (pin.Digits is { } digits)
        {
            Drop("helloPin.digits", Name(digits));
        }

        Number("helloPin.expirationDays", pin.ExpirationDays, "pinExpirationDays");
        Number("helloPin.history", pin.History, "numberOfPastPinsRemembered");

        var locks = p.DeviceLock;
        Number("deviceLock.failedAttempts", locks.FailedAttempts, "passwordMaximumAttemptCount", stale: 0);
        Number("deviceLock.lockAfterMinutes", locks.LockAfterMinutes, "minutesOfInactivityBeforeDeviceLock", stale: 0);
        DropFlag("deviceLock.lockRequired", locks.LockRequired);
        DropFlag("deviceLock.allowSimple", locks.AllowSimple);
        DropText("deviceLock.minimumLength", locks.MinimumLength);
        DropText("deviceLock.characterGroups", locks.CharacterGroups);
        DropText("deviceLock.expirationDays", locks.ExpirationDays);
        DropText("deviceLock.history", locks.History);
        if (locks.PasswordKind is { } kind)
        {
            Drop("deviceLock.passwordKind", Name(kind));
        }

        var polling = p.Polling;
        if (polling.Schedule is { } schedule)
        {
            Drop("polling.rhythm", Name(schedule));
        }

        DropText("polling.firstInterval", polling.FirstInterval);
        DropText("polling.firstCount", polling.FirstCount);
        DropText("polling.secondInterval", polling.SecondInterval);
        DropText("polling.secondCount", polling.SecondCount);
        DropText("polling.laterInterval", polling.LaterInterval);
        DropText("polling.laterCount", polling.LaterCount);
        DropFlag("polling.pollOnLogin", polling.PollOnLogin);
        DropRows("certificates.trusted", p.Certificates.Trusted.Select(row => row.FileName));
        DropRows("certificates.pfx", p.Certificates.Pfx.Select(row => row.FileName));
        DropRows("certificates.scep", p.Certificates.Scep.Select(row => row.Name));
        DropRows("connectivity.wifi", p.Connectivity.Wifi.Select(network => network.Name));
        DropRows("connectivity.vpn", p.Connectivity.Vpn.Select(vpn => vpn.Name));
        DropSchedule("monitoring.settings", p.Monitoring.Settings);
        DropSchedule("monitoring.condition", p.Monitoring.Condition);
        DropSchedule("monitoring.hardware", p.Monitoring.Hardware);
        DropSchedule("monitoring.bootHealth", p.Monitoring.BootHealth);
        DropSchedule("monitoring.workLog", p.Monitoring.WorkLog);
    }

    private void AddExported(string source, string value, string target) => report.AddImported(source, value, target);

    private void Drop(string source, string value) => report.Drop(source, value, NoWord);

    private void DropRows(string source, IEnumerable<string> names)
    {
        foreach (var (i, name) in names.Index())
        {
            Drop($"{source}[{i}]", name);
        }
    }

    private void DropText(string source, string value)
    {
        if (value.Length > 0)
        {
            Drop(source, value);
        }
    }

    private void DropFlag(string source, bool? value)
    {
        if (value is { } known)
        {
            Drop(source, known ? "true" : "false");
        }
    }

    private void DropSchedule(string source, Monitoring.ReadInterval? value)
    {
        if (value is { } known)
        {
            Drop(source, Name(known));
        }
    }

    private void Text(string source, string value, string target)
    {
        json[target] = value.Length == 0 ? null : value;
        if (value.Length > 0)
        {
            AddExported(source, value, target);
        }
    }

    private void Flag(string source, bool? value, string target)
    {
        json[target] = value;
        if (value is { } known)
        {
            AddExported(source, known ? "true" : "false", target);
        }
    }

    private void Opposite(string source, bool? value, string target)
    {
        json[target] = !value;
        if (value is { } known)
        {
            report.Invert(source, known ? "true" : "false", target, $"The meaning is inverted: {(known ? "false" : "true")}.");
        }
    }

    private void Characters(string source, HelloPin.PinCharacters? value, string target)
    {
        json[target] = value is { } characters ? IntuneWords.Of(IntuneWords.Characters, characters) : null;
        if (value is { } known)
        {
            AddExported(source, Name(known), target);
        }
    }

    /// <param name="source">The setting's path.</param>
    /// <param name="value">The value as entered.</param>
    /// <param name="target">The Graph property.</param>
    /// <param name="stale">The Graph value for a setting that is not set; null = null.</param>
    private void Number(string source, string value, string target, int? stale = null)
    {
        json[target] = stale;
        if (value.Length == 0)
        {
            return;
        }

        if (FindingRules.Number(value) is not { } number)
        {
            report.Drop(source, value, "The value is not a number, but the property requires one.");
            return;
        }

        json[target] = number;
        if (number == stale)
        {
            report.AddImported(source, value, target, "In Graph this value means not set.");
        }
        else if (number.ToString(CultureInfo.InvariantCulture) == value)
        {
            AddExported(source, value, target);
        }
        else
        {
            report.Repair(source, value, target, "Spaces and leading zeros are removed.");
        }
    }

    private static string Name<T>(T value)
        where T : struct, Enum => JsonNamingPolicy.CamelCase.ConvertName($"{value}");
}
