using System.CommandLine;
using MamConsole.PolicyEngine.Authoring;
using MamConsole.PolicyEngine.Handoff;
using MamConsole.PolicyEngine.InformationProtection;

namespace MamConsole.Cli.Commands;

/// <summary><c>mamctl handoff FILE</c>: shows what happens to work files when a PC moves to MDM.</summary>
internal static class HandoffCommand
{
    private enum Edition
    {
        Home,
        Pro,
    }

    private enum Known
    {
        Yes,
        No,
        Unknown,
    }

    public static Command Make(Terminal terminal)
    {
        var file = FileArgument.One("FILE", "The policy.");
        var edition = new Option<Edition>("--edition")
        {
            Description = "The PC's edition; pro includes Enterprise and Education.",
            DefaultValueFactory = _ => Edition.Pro,
        };
        var build = new Option<int?>("--os-build")
        {
            Description = "The PC's Windows build, such as 22631. Default: a build that supports the handoff.",
        };
        var wip = new Option<Known?>("--wip-in-mdm") { Description = "Whether the MDM configures WIP. Default: the value in the policy." };
        var id = new Option<string?>("--mdm-enterprise-id") { Description = "The MDM's first domain. Default: the value in the policy." };
        var json = ValidateCommand.JsonOption();
        var command = new Command(
            "handoff",
            "Shows what happens to work files on the MDM handoff. Exit code 1 when they are, or may be, lost or unprotected."
        )
        {
            file,
            edition,
            build,
            wip,
            id,
            json,
        };
        command.SetAction(parsed =>
            Run(
                terminal,
                parsed.GetValue(file)!,
                parsed.GetValue(edition),
                parsed.GetValue(build),
                parsed.GetValue(wip),
                parsed.GetValue(id),
                parsed.GetValue(json)
            )
        );
        return command;
    }

    private static int Run(Terminal terminal, string path, Edition edition, int? build, Known? wip, string? mdmId, bool json)
    {
        if (PolicyArgument.Read(path).Single(terminal) is not { } policy)
        {
            return ExitCode.Unusable;
        }

        var offer = policy.Document.Handoff;
        if (!string.IsNullOrWhiteSpace(offer.DiscoveryUrl) && HandoffAddress.TryRead(offer.DiscoveryUrl.Trim()) is null)
        {
            terminal.Complain($"{path}: handoff.discoveryUrl: the value is not an absolute https address with a host name.");
            return ExitCode.Unusable;
        }

        var verdict = HandoffTable.Decide(Facts(policy.Document, edition, build, wip, mdmId));
        if (json)
        {
            terminal.WriteJson(verdict);
        }
        else
        {
            terminal.Line($"{verdict.Row}: {verdict.Message}");
        }

        return
            verdict.Severity == HandoffSeverity.Error
            || verdict.WorkFiles is WorkFiles.Wiped or WorkFiles.Lost or WorkFiles.Unprotected or WorkFiles.Unknown
            ? ExitCode.Found
            : ExitCode.Fine;
    }

    private static HandoffFacts Facts(WrittenPolicy policy, Edition edition, int? build, Known? wip, string? mdmId)
    {
        var protection = policy.InformationProtection;
        return new HandoffFacts(
            LinkOffered: !string.IsNullOrWhiteSpace(policy.Handoff.DiscoveryUrl),
            IsHome: edition == Edition.Home,
            build,
            WipInMam: protection.Mode is not (null or ProtectionMode.Off),
            WipInMdm: wip switch
            {
                Known.Yes => true,
                Known.No => false,
                Known.Unknown => null,
                _ => policy.Handoff.WipInMdm,
            },
            MamEnterpriseId: protection.EnterpriseIds.Count > 0 ? protection.EnterpriseIds[0] : null,
            MdmEnterpriseId: mdmId ?? policy.Handoff.MdmEnterpriseId,
            protection.RevokeOnMdmHandoff,
            protection.RevokeOnUnenroll
        );
    }
}
