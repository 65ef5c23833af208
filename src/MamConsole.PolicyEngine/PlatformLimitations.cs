using MamConsole.PolicyEngine.AppRules;
using MamConsole.PolicyEngine.Authoring;
using MamConsole.PolicyEngine.Facts;
using MamConsole.PolicyEngine.Statements;
using MamConsole.PolicyEngine.Values;

namespace MamConsole.PolicyEngine;

/// <summary>Describes what WIP, Windows and this server cannot do. All numbers in the texts are counts of this installation.</summary>
public static class PlatformLimitations
{
    private const string Protection = "informationProtection";
    private const string Apps = "appRules";

    /// <summary>Returns the limitations next to a policy; none while it protects nothing.</summary>
    /// <param name="policy">The draft.</param>
    /// <param name="fleet">The PCs that would get it; null when they were not counted.</param>
    public static ValueList<PlatformLimitation> Of(WrittenPolicy policy, FleetFacts? fleet)
    {
        ArgumentNullException.ThrowIfNull(policy);
        return policy.InformationProtection.Protects ? [.. Windows(fleet), .. Unenrolling(policy), .. Exempt(policy)] : [];
    }

    /// <summary>Returns the limitations on the overview, over all PCs.</summary>
    /// <param name="enrolled">Enrolled PCs.</param>
    /// <param name="enforcing">PCs whose Windows enforces WIP, as far as enrollment reported it.</param>
    public static ValueList<PlatformLimitation> OfFleet(long enrolled, long enforcing) =>
        [
            new(
                "wip-ends",
                "",
                "WIP is deprecated.",
                $"Windows 11 24H2 and later no longer enforce it, even if they acknowledge the setting: {Share(enforcing, enrolled)}. "
                    + "Microsoft no longer supports WIP without enrollment in Intune. Plan its replacement."
            ),
            new(
                "green",
                "",
                "Meaning of green.",
                "Green means that the PC reported this state at the time shown next to it. A manipulated PC can report false data."
            ),
        ];

    private static IEnumerable<PlatformLimitation> Windows(FleetFacts? fleet)
    {
        yield return new("helps", Protection, "WIP helps prevent accidents.", "It does not stop a determined person.");
        var unknown = fleet is { UnknownBuilds: > 0 and var n } ? $" Of {Wording.Unit(n, "PC")} the build is not known." : "";
        yield return new(
            "wip-ends",
            Protection,
            "Not every Windows version enforces WIP.",
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
                    + "may not accept the network boundary there, and an MDM handoff ends WIP."
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
                "No recovery.",
                "Unenrolling may make work files permanently unreadable: this policy has no recovery certificate."
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
            $"{Wording.Unit(exempt.Length, "exempt app")} can send work data anywhere, and the files that "
                + $"{(exempt.Length == 1 ? "it writes" : "they write")} are not protected."
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
                "Mail is not removed.",
                $"{Wording.List(mail)} {(mail.Count == 1 ? "is" : "are")} exempt: mail stored on the PC is not protected and stays "
                    + "readable after the PC unenrolls."
            );
        }
    }

    private static string Share(long enforcing, long all) =>
        all == 0 ? "there are no PCs yet" : $"{enforcing} of {all} {(all == 1 ? "PC" : "PCs")} enforce{(enforcing == 1 ? "s" : "")} it";

    private static string Run(int count) => count == 1 ? "runs" : "run";
}
