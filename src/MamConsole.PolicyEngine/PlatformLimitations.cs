using MamConsole.PolicyEngine.AppRules;
using MamConsole.PolicyEngine.Authoring;
using MamConsole.PolicyEngine.Facts;
using MamConsole.PolicyEngine.Statements;
using MamConsole.PolicyEngine.Values;

namespace MamConsole.PolicyEngine;

/// <summary>The honest words: what WIP, Windows and this server cannot do. No number in them is invented.</summary>
public static class PlatformLimitations
{
    private const string Protection = "informationProtection";
    private const string Apps = "appRules";

    /// <summary>What stands beside a policy; nothing while it protects nothing.</summary>
    /// <param name="policy">The draft.</param>
    /// <param name="fleet">The PCs that would get it; null where nobody counted.</param>
    public static ValueList<PlatformLimitation> Of(WrittenPolicy policy, FleetFacts? fleet)
    {
        ArgumentNullException.ThrowIfNull(policy);
        return policy.InformationProtection.Protects ? [.. Windows(fleet), .. Unenrolling(policy), .. Exempt(policy)] : [];
    }

    /// <summary>What stands on the overview, over all PCs.</summary>
    /// <param name="enrolled">Enrolled PCs.</param>
    /// <param name="enforcing">Those whose Windows enforces WIP, as far as enrollment said.</param>
    public static ValueList<PlatformLimitation> OfFleet(long enrolled, long enforcing) =>
        [
            new(
                "wip-ends",
                "",
                "WIP is ending.",
                $"Windows 11 24H2 and later no longer enforce it, even if they acknowledge the setting: {Share(enforcing, enrolled)}. "
                    + "Microsoft no longer supports WIP without enrollment in Intune. Plan an exit."
            ),
            new(
                "green",
                "",
                "What green means.",
                "Green means the PC said so at the time that stands beside it. PCs can be wrong, and a fake PC can lie."
            ),
        ];

    private static IEnumerable<PlatformLimitation> Windows(FleetFacts? fleet)
    {
        yield return new("helps", Protection, "WIP helps prevent accidents.", "It does not stop a determined person.");
        var unknown = fleet is { UnknownBuilds: > 0 and var n } ? $" Of {Wording.Unit(n, "PC")} nobody knows the build." : "";
        yield return new(
            "wip-ends",
            Protection,
            "Not every Windows enforces it.",
            "Windows 11 24H2 and later no longer enforce WIP, even if they acknowledge the setting"
                + (fleet is null ? "." : $": {Share(fleet.EnforceWip, fleet.Devices)}.{unknown}")
        );
        if (fleet is { HomeEditions: > 0 })
        {
            yield return new(
                "home",
                "networkBoundary",
                "Home editions.",
                $"{fleet.HomeEditions} of {Wording.Unit(fleet.Devices, "PC")} {Run(fleet.HomeEditions)} a Home edition: Windows "
                    + "may not take the boundary there, and a move to MDM ends WIP."
            );
        }
    }

    private static IEnumerable<PlatformLimitation> Unenrolling(WrittenPolicy policy)
    {
        if (policy.InformationProtection is { RecoveryCertificate: null, RevokeOnUnenroll: not false })
        {
            yield return new(
                "recovery",
                Protection,
                "No way back.",
                "Unenrolling may make work files unreadable for ever: this policy has no recovery certificate."
            );
        }
    }

    private static IEnumerable<PlatformLimitation> Exempt(WrittenPolicy policy)
    {
        var exempt = policy.AppRules.Exempt.Where(rule => !rule.Deny).ToArray();
        if (exempt.Length == 0)
        {
            yield break;
        }

        yield return new(
            "exempt",
            Apps,
            "Exempt apps.",
            $"{Wording.Unit(exempt.Length, "exempt app")} can send work data anywhere, and nothing that "
                + $"{(exempt.Length == 1 ? "it writes" : "they write")} is protected."
        );
        var mail = exempt
            .Select(rule => KnownApps.TryFind(rule, out var app) && app.IsMail ? app.DisplayName : null)
            .OfType<string>()
            .Distinct()
            .ToValueList();
        if (mail.Count > 0)
        {
            yield return new(
                "mail-cache",
                Apps,
                "Mail stays behind.",
                $"{Wording.List(mail)} {(mail.Count == 1 ? "is" : "are")} exempt: mail kept on the PC is not protected and stays "
                    + "readable after the PC leaves."
            );
        }
    }

    private static string Share(long enforcing, long all) =>
        all == 0
            ? "no PC is there yet to count"
            : $"{enforcing} of {all} {(all == 1 ? "PC" : "PCs")} enforce{(enforcing == 1 ? "s" : "")} it";

    private static string Run(int count) => count == 1 ? "runs" : "run";
}
