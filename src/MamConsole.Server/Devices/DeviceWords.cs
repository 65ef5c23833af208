using MamConsole.Server.Ui;

namespace MamConsole.Server.Devices;

/// <summary>States of devices and settings as text with a status badge.</summary>
internal static class DeviceWords
{
    /// <summary>The label of a device's state, with its status badge.</summary>
    public static (StatusKind Kind, string Word) Of(DeviceState state) =>
        state switch
        {
            DeviceState.UpToDate => (StatusKind.Ready, "Up to date"),
            DeviceState.Pending => (StatusKind.Unknown, "Pending check-in"),
            DeviceState.Sent => (StatusKind.Unknown, "Sent (not acknowledged)"),
            DeviceState.Attention => (StatusKind.Attention, "Attention"),
            DeviceState.Failed => (StatusKind.Failed, "Failed"),
            DeviceState.Stale => (StatusKind.Unknown, "Not seen"),
            DeviceState.Blocked => (StatusKind.Cannot, "Blocked"),
            DeviceState.Retiring => (StatusKind.Attention, "Unenrolling"),
            DeviceState.CannotEnforce => (StatusKind.Cannot, "Cannot enforce WIP"),
            _ => (StatusKind.Cannot, "Unenrolled"),
        };

    /// <summary>
    /// What it acknowledged, relative to the version assigned to it: "version 2"; "version 3 of Contractors" where that is another policy;
    /// "nothing".
    /// </summary>
    public static string Acknowledged(DeviceRow row) =>
        row.Acknowledged is not { } version ? "nothing"
        : version.PolicyId == row.Assigned?.PolicyId ? $"version {version.Number}"
        : $"version {version.Number} of {row.AcknowledgedPolicyName ?? "a policy that is not in force"}";

    /// <summary>"1 setting error or drift", "3 setting errors or drift".</summary>
    public static string Deviations(long count) => $"{Plural.Of(count, "setting error")} or drift";

    /// <summary>The label of a deviation's kind, which is given by its name in the API.</summary>
    public static (StatusKind Kind, string Word) OfDeviation(string kind) =>
        kind switch
        {
            "rejected" => (StatusKind.Failed, "Rejected"),
            "differs" => (StatusKind.Failed, "Differs"),
            "deferred" => (StatusKind.Unknown, "Deferred"),
            "unknown" => (StatusKind.Unknown, "Unknown"),
            "notReadBack" => (StatusKind.Unknown, "Not read back"),
            _ => (StatusKind.Cannot, "Cannot"),
        };

    /// <summary>Whether an administrator needs to look at it.</summary>
    public static bool NeedsLook(SettingLevel level) => level is SettingLevel.Rejected or SettingLevel.Differs;

    /// <summary>"Greta Grant’s", "Jonas’".</summary>
    public static string Possessive(string name) => name.EndsWith('s') ? $"{name}’" : $"{name}’s";
}
