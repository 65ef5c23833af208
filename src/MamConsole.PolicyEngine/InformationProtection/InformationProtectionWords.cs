using MamConsole.PolicyEngine.Statements;
using MamConsole.PolicyEngine.Values;
using MamConsole.Protocol.Csp;

namespace MamConsole.PolicyEngine.InformationProtection;

/// <summary>Describes information protection as statements.</summary>
internal static class InformationProtectionWords
{
    public const string Area = "Windows Information Protection";

    public static IEnumerable<Statement> Describe(InformationProtectionSettings s)
    {
        if (s.Mode is { } mode)
        {
            var (value, sentence) = mode switch
            {
                ProtectionMode.Off => ("off", "WIP is off, and protected files are decrypted."),
                ProtectionMode.Silent => ("silent", "Work data is encrypted; data that leaves work apps is logged but not blocked."),
                ProtectionMode.AllowOverrides => (
                    "allow overrides",
                    "People are warned before work data leaves a work app; they can continue, and it is logged."
                ),
                ProtectionMode.Block => ("block", "Work data cannot leave work apps."),
                _ => ("unknown", "Windows does not support this mode."),
            };
            yield return ToStatement("mode", value, sentence, [], EnterpriseDataProtectionCsp.EDPEnforcementLevel);
        }

        if (s.EnterpriseIds.Count > 0)
        {
            yield return ToStatement(
                "enterpriseIds",
                Wording.List(s.EnterpriseIds),
                s.EnterpriseIds.Count == 1
                    ? $"Work files have the domain {s.EnterpriseIds[0]}."
                    : $"Work files have the domain {s.EnterpriseIds[0]}; {Wording.List(s.EnterpriseIds.RemoveAt(0))} "
                        + $"belong{(s.EnterpriseIds.Count == 2 ? "s" : "")} to the same organization.",
                s.EnterpriseIds,
                EnterpriseDataProtectionCsp.EnterpriseProtectedDomainNames
            );
        }

        var recovery = s.RecoveryCertificates.Select(Recovery).ToValueList();
        if (recovery.Count > 0)
        {
            var holders = string.Join(" or of ", recovery.Where(one => one.IsRead).Select(one => one.Title));
            var unread = recovery.FirstOrDefault(one => !one.IsRead).Title;
            yield return ToStatement(
                "recoveryCertificate",
                Wording.List(recovery.Select(one => one.Title).ToValueList()),
                unread is null
                    ? $"The owner of the private key of {holders} can recover work files."
                    : $"{unread} is not a valid certificate.",
                s.FurtherRecoveryCertificates.Count > 0 ? recovery.Select(one => one.Title).ToValueList() : [],
                EnterpriseDataProtectionCsp.DataRecoveryCertificate
            );
        }

        if (s.RevokeOnUnenroll is { } revoke)
        {
            yield return ToStatement(
                "revokeOnUnenroll",
                revoke ? "files become unreadable" : "files stay readable",
                revoke ? "When a PC unenrolls, its work files become unreadable." : "When a PC unenrolls, its work files stay readable.",
                [],
                EnterpriseDataProtectionCsp.RevokeOnUnenroll
            );
        }

        if (s.RevokeOnMdmHandoff is { } handoff)
        {
            yield return ToStatement(
                "revokeOnMdmHandoff",
                handoff ? "files become unreadable" : "keys are retained",
                handoff
                    ? "On MDM handoff, the work files of a PC become unreadable."
                    : "On MDM handoff, a PC retains its keys, so work files stay readable under an MDM policy with the same "
                        + "primary domain.",
                [],
                EnterpriseDataProtectionCsp.RevokeOnMDMHandoff
            );
        }

        if (s.ShowIcons is { } icons)
        {
            yield return ToStatement(
                "showIcons",
                icons ? "shown" : "hidden",
                icons ? "Work files and apps show a briefcase icon." : "Work files and apps show no icon.",
                [],
                EnterpriseDataProtectionCsp.EDPShowIcons
            );
        }

        if (s.AzureRms is { } rms)
        {
            yield return ToStatement(
                "azureRms",
                rms ? "Azure RMS" : "this PC only",
                rms
                    ? "Work files on removable drives can be opened on other PCs of the organization too."
                    : "Work files on removable drives can be opened only on the PC that wrote them.",
                [],
                EnterpriseDataProtectionCsp.AllowAzureRMSForEDP
            );
        }

        if (Wording.Typed(s.RmsTemplateId) is { } template)
        {
            yield return ToStatement(
                "rmsTemplateId",
                template,
                $"The template {template} defines who can open them.",
                [],
                EnterpriseDataProtectionCsp.RMSTemplateIDForEDP
            );
        }

        if (s.SmbExtensions.Count > 0)
        {
            yield return ToStatement(
                "smbExtensions",
                Wording.List(s.SmbExtensions),
                $"Of the files copied from corporate file shares, only {Wording.List(s.SmbExtensions)} are encrypted.",
                s.SmbExtensions,
                EnterpriseDataProtectionCsp.SMBAutoEncryptedFileExtensions
            );
        }

        if (Wording.Typed(s.LostContactDays) is { } days)
        {
            yield return ToStatement(
                "lostContactDays",
                $"unenrolls after {Wording.Unit(days, "day")}",
                $"A PC without contact to this server for {Wording.Unit(days, "day")} unenrolls itself"
                    + $"{(s.RevokeOnUnenroll == false ? "." : ", and its work files become unreadable.")}",
                [],
                DMClientCsp.NumberOfDaysAfterLostContactToUnenroll
            );
        }
    }

    private static (string Title, bool IsRead) Recovery(UploadedCertificate file) =>
        InformationProtectionRules.TryCertificate(file, out var certificate, out _)
            ? (Title(certificate), true)
            : (Wording.Typed(file.FileName) ?? "The upload", false);

    /// <summary>The name and the beginning of the thumbprint: two certificates with the same name must differ in a change list.</summary>
    private static string Title(RecoveryCertificate certificate) => $"{certificate.Subject} ({certificate.Thumbprint[..8]})";

    private static Statement ToStatement(string field, string value, string sentence, ValueList<string> items, CspNode node) =>
        new(
            $"informationProtection.{field}",
            Area,
            InformationProtectionCatalog.Settings.LabelOf(field),
            value,
            sentence,
            items,
            Wording.Uris(node)
        );
}
