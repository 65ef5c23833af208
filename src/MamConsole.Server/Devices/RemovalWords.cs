using System.Globalization;
using MamConsole.PolicyEngine.DeviceActions;
using MamConsole.Protocol.Csp;
using MamConsole.Server.Fleet;

namespace MamConsole.Server.Devices;

/// <summary>Describes the removal of a PC and states no outcome that is not certain (docs/reference/protocol.md §6.1, §6.3).</summary>
internal static class RemovalWords
{
    public static RemovalState Describe(
        EnrolledDevice device,
        IReadOnlyList<DeviceCommand> open,
        AcknowledgedVersion? newest,
        DateTimeOffset now
    )
    {
        var days =
            Held(newest, DMClientCsp.NumberOfDaysAfterLostContactToUnenroll) is { } text
            && int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
                ? number
                : (int?)null;
        return new RemovalState
        {
            EndedAt = device.EndedAt,
            BlockedSince = device.BlockedAt,
            IsBlocked = device.BlockReason == BlockReason.Person,
            RetiringSince = device.RetiringSince,
            LostContactDays = days,
            Words = Progress(device, open.FirstOrDefault(c => c.Command is DeviceActionCommand.Unenroll), days, now),
            WorkFiles = WorkFiles(newest),
        };
    }

    private static string? Progress(EnrolledDevice device, DeviceCommand? unenroll, int? days, DateTimeOffset now)
    {
        if (device.EndedAt is not null)
        {
            var ended = device.EndReason switch
            {
                EndReason.Reenrolled => "The PC enrolled again; this page shows what was known of the earlier enrollment.",
                EndReason.Retired => "The PC unenrolled as requested.",
                EndReason.Released =>
                    "The PC was released. No command was sent to it: it keeps its settings until its work account is removed.",
                _ => "The PC unenrolled: its work account was removed.",
            };
            return device.BlockReason == BlockReason.Person ? $"{ended} It is blocked, so it cannot enroll again." : ended;
        }

        return device switch
        {
            { BlockReason: BlockReason.Person } =>
                $"Its check-ins are rejected, and it cannot enroll again. It keeps its settings. {Timer(days)}",
            { BlockReason: BlockReason.Retiring } => $"Its check-ins are rejected so that it unenrolls. {Timer(days)}",
            { RetiringSince: not null } when unenroll is { State: CommandState.Sent, SentAt: { } sent } => now - sent
            < DeviceCommand.UnenrollStaleAfter
                ? "The PC was sent the Unenroll command. Its final alert is pending; many PCs unenroll without one."
                : "The PC was sent the Unenroll command and was not seen since: it has probably unenrolled. Release it when you are sure. "
                    + $"{Stays} {Timer(days)}",
            { RetiringSince: not null } => $"The PC is sent the Unenroll command at its next check-in. {Stays} {Timer(days)}",
            _ => null,
        };
    }

    private const string Stays =
        "Windows sometimes ignores this command; if the PC still checks in after three commands, its check-ins are rejected.";

    private static string Timer(int? days) =>
        days is { } known
            ? $"It acknowledged a lost-contact timer: it unenrolls after {(known == 1 ? "a day" : $"{known} days")} without contact."
            : "It acknowledged no lost-contact timer, so it does not unenroll automatically: its work account must be removed on the PC.";

    private static string WorkFiles(AcknowledgedVersion? newest)
    {
        if (Held(newest, EnterpriseDataProtectionCsp.EDPEnforcementLevel) is null or "0")
        {
            return "Its policy protects no work files, so none become unreadable when it unenrolls.";
        }

        return Held(newest, EnterpriseDataProtectionCsp.RevokeOnUnenroll) == "0"
                ? "Its policy keeps the encryption keys: work files stay readable on the PC when it unenrolls."
            : Held(newest, EnterpriseDataProtectionCsp.DataRecoveryCertificate) is not null
                ? "Work files on the PC become unreadable when it unenrolls. They can still be read with the private key of the "
                    + "data recovery agent (DRA) certificate."
            : "Work files on the PC become permanently unreadable when it unenrolls: no data recovery agent (DRA) certificate is in place.";
    }

    /// <summary>The value that the PC acknowledged last; null when it acknowledged none.</summary>
    private static string? Held(AcknowledgedVersion? newest, CspNode node)
    {
        var tail = node.Uri[(node.Uri.LastIndexOf('/') + 1)..];
        return newest
            ?.Nodes.Nodes.FirstOrDefault(n =>
                n.LocUri.EndsWith("/" + tail, StringComparison.Ordinal) && !newest.Entry.Without.Contains(n.LocUri)
            )
            ?.Value;
    }
}
