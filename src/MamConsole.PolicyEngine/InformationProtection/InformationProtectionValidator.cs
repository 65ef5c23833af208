using FluentValidation;
using MamConsole.PolicyEngine.Findings;
using MamConsole.PolicyEngine.Statements;
using MamConsole.PolicyEngine.Values;

namespace MamConsole.PolicyEngine.InformationProtection;

/// <summary>
/// Rules W-MODE and those of §7: RMS, file shares, key revocation (docs/reference/wip-authoring.md §2, §7). IDs and certificates have their
/// own validators.
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
            c.AddFinding("Mode", "W-MODE-01", Severity.Block, "Choose off, silent, allow overrides or block.");
        }

        if (last is not null && last.Protects && !s.Protects)
        {
            c.AddFinding(
                "Mode",
                "W-MODE-02",
                Severity.Danger,
                "Work files on the PCs are decrypted. Turning WIP on again does not protect those files again."
            );
        }

        if (s.Mode == ProtectionMode.Block && last?.Protects != true)
        {
            c.AddFinding(
                "Mode",
                "W-MODE-03",
                Severity.Warn,
                "The first published mode is Block. Start with Silent or Allow overrides, and learn what people need before you block."
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
                "Enter the GUID of the template, such as 00000000-0000-0000-0000-000000000000, not its title."
            );
        }

        if (s.AzureRms != true)
        {
            c.AddFinding(
                "RmsTemplateId",
                "W-RMS-03",
                Severity.Block,
                "A template has no effect unless Azure RMS protects removable drives: turn that on, or clear this field."
            );
        }
        else if (c.Last()?.RmsTemplateId.Trim() != template)
        {
            // The server cannot read the template, so the rule prompts a person to check it, once for each new template.
            c.AddFinding(
                "RmsTemplateId",
                "W-RMS-04",
                Severity.Warn,
                "Make sure that this template grants the edit right (EditRightsData); without it people cannot change their own files."
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
                c.AddFinding($"SmbExtensions[{i}]", "W-SMB-02", Severity.Block, "This extension is already in the list.");
            }
        }
    }

    private static void Revoking(InformationProtectionSettings s, ValidationContext<InformationProtectionSettings> c)
    {
        if (s.RevokeOnUnenroll == false)
        {
            c.AddFinding(
                "RevokeOnUnenroll",
                "W-REV-02",
                Severity.Warn,
                "People who unenroll keep readable work files on their personal PCs."
            );
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
                "Enter a whole number of days, 1 or more, or leave the field empty."
            );
            return;
        }

        if (FindingRules.Number(days) < 7)
        {
            c.AddFinding(
                "LostContactDays",
                "W-REV-06",
                Severity.Warn,
                "With less than a week, a holiday is enough to remove the policy and, with it, access to work files."
            );
        }

        if (s.RevokeOnUnenroll == false)
        {
            c.AddFinding(
                "LostContactDays",
                "W-REV-07",
                Severity.Note,
                "Keys are retained on unenroll, so lost contact removes the policy but not access to files."
            );
        }
    }
}
