using FluentValidation;
using MamConsole.PolicyEngine.Findings;
using MamConsole.PolicyEngine.Statements;
using MamConsole.PolicyEngine.Values;

namespace MamConsole.PolicyEngine.InformationProtection;

/// <summary>
/// Rules W-MODE and those of §7: RMS, file shares, revoking (docs/reference/wip-authoring.md §2, §7). IDs and certificate have validators
/// of their own.
/// </summary>
internal sealed class InformationProtectionValidator : AbstractValidator<InformationProtectionSettings>
{
    public InformationProtectionValidator()
    {
        RuleFor(s => s).Custom(Mode);
        RuleFor(s => s).Custom(EnterpriseIdRules.Check);
        RuleFor(s => s).Custom(RecoveryCertificateRules.Check);
        RuleFor(s => s).Custom(Rms);
        RuleFor(s => s).Custom(SmbExtensions);
        RuleFor(s => s).Custom(Revoking);
    }

    private static void Mode(InformationProtectionSettings s, ValidationContext<InformationProtectionSettings> c)
    {
        var last = c.Last();
        if (s.Mode is { } mode && !Enum.IsDefined(mode))
        {
            c.AddFinding("Mode", "W-MODE-01", Severity.Block, "The mode is off, silent, allow overrides or block.");
        }

        if (last is not null && last.Protects && !s.Protects)
        {
            c.AddFinding(
                "Mode",
                "W-MODE-02",
                Severity.Danger,
                "Work files on the PCs get decrypted. Switching protection on again does not protect those files again."
            );
        }

        if (s.Mode == ProtectionMode.Block && last?.Protects != true)
        {
            c.AddFinding(
                "Mode",
                "W-MODE-03",
                Severity.Warn,
                "Protection begins with blocking. Begin with silent or allow overrides, and learn what people need before you block."
            );
        }
    }

    private static void Rms(InformationProtectionSettings s, ValidationContext<InformationProtectionSettings> c)
    {
        if (Wording.Typed(s.RmsTemplateId) is not { } template)
        {
            return;
        }

        if (!InformationProtectionRules.TryTemplate(template, out _))
        {
            c.AddFinding(
                "RmsTemplateId",
                "W-RMS-02",
                Severity.Block,
                "A template is named by its GUID, such as 00000000-0000-0000-0000-000000000000, not by its title."
            );
        }

        if (s.AzureRms != true)
        {
            c.AddFinding(
                "RmsTemplateId",
                "W-RMS-03",
                Severity.Block,
                "A template has no effect unless Azure RMS protects removable drives: switch that on, or empty this field."
            );
        }
        else if (c.Last()?.RmsTemplateId.Trim() != template)
        {
            // Nobody can look into the template from here, so a person is asked, once for each new template.
            c.AddFinding(
                "RmsTemplateId",
                "W-RMS-04",
                Severity.Warn,
                "Make sure that this template grants the right to edit (EditRightsData); without it people cannot change their own files."
            );
        }
    }

    private static void SmbExtensions(InformationProtectionSettings s, ValidationContext<InformationProtectionSettings> c)
    {
        var seen = new HashSet<FileExtension>();
        foreach (var (i, typed) in s.SmbExtensions.Index())
        {
            if (!FileExtension.TryParse(typed, out var extension, out var fault))
            {
                c.AddFinding($"SmbExtensions[{i}]", "W-SMB-01", Severity.Block, fault.Reason, fault.Suggestion);
            }
            else if (!seen.Add(extension))
            {
                c.AddFinding($"SmbExtensions[{i}]", "W-SMB-02", Severity.Block, "This extension stands in the list already.");
            }
        }
    }

    private static void Revoking(InformationProtectionSettings s, ValidationContext<InformationProtectionSettings> c)
    {
        if (s.RevokeOnUnenroll == false)
        {
            c.AddFinding("RevokeOnUnenroll", "W-REV-02", Severity.Warn, "People who leave keep readable work files on PCs of their own.");
        }

        if (Wording.Typed(s.LostContactDays) is not { } days)
        {
            return;
        }

        if (FindingRules.Number(days) is not >= 1)
        {
            c.AddFinding(
                "LostContactDays",
                "W-REV-06",
                Severity.Block,
                "Write a whole number of days from 1 on, or leave the field empty."
            );
            return;
        }

        if (FindingRules.Number(days) < 7)
        {
            c.AddFinding(
                "LostContactDays",
                "W-REV-06",
                Severity.Warn,
                "Less than a week: a holiday is enough to remove the policy and, with it, access to work files."
            );
        }

        if (s.RevokeOnUnenroll == false)
        {
            c.AddFinding(
                "LostContactDays",
                "W-REV-07",
                Severity.Note,
                "Keys are kept at the end of management, so lost contact removes the policy but no files."
            );
        }
    }
}
