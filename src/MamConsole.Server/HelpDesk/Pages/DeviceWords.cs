using MamConsole.Server.HelpDesk.Actions;
using MamConsole.Server.Ui;

namespace MamConsole.Server.HelpDesk.Pages;

/// <summary>States of devices and settings as words and marks.</summary>
internal static class DeviceWords
{
    /// <summary>A device's state in a word or two, with its mark.</summary>
    public static (MarkKind Kind, string Word) Of(DeviceState state) =>
        state switch
        {
            DeviceState.UpToDate => (MarkKind.Ready, "Has its version"),
            DeviceState.Pending => (MarkKind.Unknown, "Waits for its call"),
            DeviceState.Sent => (MarkKind.Unknown, "Sent, no answer yet"),
            DeviceState.Attention => (MarkKind.Attention, "Attention"),
            DeviceState.Failed => (MarkKind.Failed, "Failed"),
            DeviceState.Silent => (MarkKind.Unknown, "Silent"),
            DeviceState.Blocked => (MarkKind.Cannot, "Blocked"),
            DeviceState.Retiring => (MarkKind.Attention, "Leaving"),
            _ => (MarkKind.Cannot, "Unenrolled"),
        };

    /// <summary>An exception's kind, as the wire of the query names it.</summary>
    public static (MarkKind Kind, string Word) OfException(string kind) =>
        kind switch
        {
            "refused" => (MarkKind.Failed, "Refused"),
            "differs" => (MarkKind.Failed, "Differs"),
            "withheld" => (MarkKind.Unknown, "Held back"),
            "unknown" => (MarkKind.Unknown, "Unknown"),
            "silent" => (MarkKind.Unknown, "Not read back"),
            _ => (MarkKind.Cannot, "Cannot"),
        };

    /// <summary>A request's state.</summary>
    public static (MarkKind Kind, string Word) Of(RequestState state) =>
        state switch
        {
            RequestState.Queued => (MarkKind.Unknown, "Waits"),
            RequestState.Sent => (MarkKind.Unknown, "Sent"),
            RequestState.Answered => (MarkKind.Ready, "Answered"),
            RequestState.Expired => (MarkKind.Attention, "Expired"),
            RequestState.Cancelled => (MarkKind.Cannot, "Cancelled"),
            _ => (MarkKind.Failed, "Failed"),
        };

    /// <summary>Whether somebody should look at it.</summary>
    public static bool NeedsLook(SettingLevel level) => level is SettingLevel.Refused or SettingLevel.Differs;

    /// <summary>"Greta Grant’s", "Jonas’".</summary>
    public static string Possessive(string name) => name.EndsWith('s') ? $"{name}’" : $"{name}’s";
}
