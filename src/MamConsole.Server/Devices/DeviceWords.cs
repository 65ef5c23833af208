using MamConsole.Server.Ui;

namespace MamConsole.Server.Devices;

/// <summary>States of devices and settings as words and marks.</summary>
internal static class DeviceWords
{
    /// <summary>A device's state in a word or two, with its mark.</summary>
    public static (StatusKind Kind, string Word) Of(DeviceState state) =>
        state switch
        {
            DeviceState.UpToDate => (StatusKind.Ready, "Has its version"),
            DeviceState.Pending => (StatusKind.Unknown, "Waits for its call"),
            DeviceState.Sent => (StatusKind.Unknown, "Sent, no answer yet"),
            DeviceState.Attention => (StatusKind.Attention, "Attention"),
            DeviceState.Failed => (StatusKind.Failed, "Failed"),
            DeviceState.Stale => (StatusKind.Unknown, "Silent"),
            DeviceState.Blocked => (StatusKind.Cannot, "Blocked"),
            DeviceState.Retiring => (StatusKind.Attention, "Leaving"),
            _ => (StatusKind.Cannot, "Unenrolled"),
        };

    /// <summary>An exception's kind, as the wire of the query names it.</summary>
    public static (StatusKind Kind, string Word) OfDeviation(string kind) =>
        kind switch
        {
            "rejected" => (StatusKind.Failed, "Refused"),
            "differs" => (StatusKind.Failed, "Differs"),
            "deferred" => (StatusKind.Unknown, "Held back"),
            "unknown" => (StatusKind.Unknown, "Unknown"),
            "notReadBack" => (StatusKind.Unknown, "Not read back"),
            _ => (StatusKind.Cannot, "Cannot"),
        };

    /// <summary>Whether somebody should look at it.</summary>
    public static bool NeedsLook(SettingLevel level) => level is SettingLevel.Rejected or SettingLevel.Differs;

    /// <summary>"Greta Grant’s", "Jonas’".</summary>
    public static string Possessive(string name) => name.EndsWith('s') ? $"{name}’" : $"{name}’s";
}
