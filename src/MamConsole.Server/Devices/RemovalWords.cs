using System.Globalization;
using MamConsole.PolicyEngine.DeviceActions;
using MamConsole.Protocol.Csp;
using MamConsole.Server.Fleet;

namespace MamConsole.Server.Devices;

/// <summary>How a PC leaves, in words that promise no more than anybody knows (docs/reference/protocol.md §6.1, §6.3).</summary>
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
                EndReason.Reenrolled => "The PC enrolled again; this is what was known of the earlier enrollment.",
                EndReason.Retired => "The PC left because it was asked to.",
                EndReason.Released =>
                    "Somebody set this PC free here. The PC was not asked, and keeps what it has until its work account is removed.",
                _ => "The PC left: its work account was removed.",
            };
            return device.BlockReason == BlockReason.Person ? $"{ended} It is blocked, so it cannot enroll again." : ended;
        }

        return device switch
        {
            { BlockReason: BlockReason.Person } =>
                $"Its calls are refused like a stranger’s, and it cannot enroll again. What it has stays on it. {Timer(days)}",
            { BlockReason: BlockReason.Retiring } => $"Its calls are refused so that it leaves. {Timer(days)}",
            { RetiringSince: not null } when unenroll is { State: CommandState.Sent, SentAt: { } sent } => now - sent
            < DeviceCommand.UnenrollStaleAfter
                ? "The PC was told to leave; its goodbye is awaited. Many PCs leave without one."
                : $"The PC was told to leave and is silent since: most likely it left. Release it when you are sure. {Stays} {Timer(days)}",
            { RetiringSince: not null } => $"The PC is told to leave at its next check-in. {Stays} {Timer(days)}",
            _ => null,
        };
    }

    private const string Stays = "Windows is known to ignore that at times; if it still calls after three tries, its calls are refused.";

    private static string Timer(int? days) =>
        days is { } known
            ? $"It acknowledged that it leaves by itself after {(known == 1 ? "a day" : $"{known} days")} without contact."
            : "It acknowledged no lost-contact timer, so nothing makes it leave by itself: its work account must be removed on the PC.";

    private static string WorkFiles(AcknowledgedVersion? newest)
    {
        if (Held(newest, EnterpriseDataProtectionCsp.EDPEnforcementLevel) is null or "0")
        {
            return "Its policy protects no work files, so none are lost when it leaves.";
        }

        return Held(newest, EnterpriseDataProtectionCsp.RevokeOnUnenroll) == "0"
                ? "Its policy keeps the keys: work files stay readable on the PC when it leaves."
            : Held(newest, EnterpriseDataProtectionCsp.DataRecoveryCertificate) is not null
                ? "Work files on the PC become unreadable when it leaves. Whoever has the recovery certificate’s private key can "
                    + "still read them."
            : "Work files on the PC become unreadable for ever when it leaves: no recovery certificate is in place.";
    }

    /// <summary>The value that the PC acknowledged last; null when it has none, as far as we know.</summary>
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
