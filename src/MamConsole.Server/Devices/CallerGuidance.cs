using MamConsole.Server.Fleet;

namespace MamConsole.Server.Devices;

/// <summary>The summary and the next steps that a device's page shows for a support call.</summary>
internal static class CallerGuidance
{
    private const string Sync = "Can you open Settings › Accounts › Access work or school, choose your work account, then Info, then Sync?";

    public static string Summary(
        DeviceRow row,
        EnrolledDevice enrollment,
        IReadOnlyList<SettingDeviationState> deviations,
        bool protects,
        DateTimeOffset now
    )
    {
        var sentence = row.State switch
        {
            DeviceState.Unenrolled => enrollment.EndReason switch
            {
                EndReason.Reenrolled => "This is an earlier enrollment of your PC; it has enrolled again since.",
                EndReason.Retired => "Your PC has unenrolled, as we requested; nothing is sent to it any more.",
                EndReason.Released => "We ended your PC’s enrollment. To use work data on it, add your work account again.",
                _ => "Your PC has unenrolled: its work account was removed, so nothing is sent to it any more.",
            },
            DeviceState.Blocked => "Your PC is blocked: its check-ins are rejected and nothing is sent to it.",
            DeviceState.Retiring => "Your PC is being unenrolled: we requested the removal of its work account.",
            DeviceState.Stale =>
                $"Your PC has not checked in for {(int)(now - (row.LastContact ?? row.EnrolledAt)).TotalDays} days, so we cannot see "
                    + "which settings it has.",
            _ when row.LastContact is null => "Your PC is enrolled and has not checked in yet.",
            DeviceState.Failed => $"Your PC has what we sent, except for {Named(deviations, "rejected", "differs")}.",
            DeviceState.Sent => "We sent your PC its settings, and it has not acknowledged them yet.",
            DeviceState.Pending when row.AssignedNumber is { } number =>
                $"Version {number} of its policy is sent at your PC’s next check-in.",
            DeviceState.Pending => "No policy applies to your PC any more; this takes effect at its next check-in.",
            DeviceState.Attention => $"Your PC has what we sent; {Named(deviations, "deferred", "unknown")} will follow.",
            _ when row.PolicyName is null => "No policy applies to your PC: nothing is sent to it.",
            _ => "Your PC has everything that we sent.",
        };
        return protects && enrollment.Capability.EnforcesWip == false && row.State != DeviceState.Unenrolled
            ? $"{sentence} Its version of Windows does not protect work files, even if it acknowledges the settings."
            : sentence;
    }

    public static IReadOnlyList<string> NextSteps(DeviceRow row, IReadOnlyList<SettingDeviationState> deviations)
    {
        var questions = new List<string>();
        if (row.State is DeviceState.Unenrolled or DeviceState.Blocked)
        {
            return questions;
        }

        if (deviations.Any(e => e.Kind == "differs"))
        {
            questions.Add("Is this PC joined to another company’s domain, or was it ever?");
        }

        if (deviations.Any(e => e.Kind == "rejected"))
        {
            questions.Add("Which “Edition” and “Version” does Settings › System › About show?");
        }

        if (row.State is not (DeviceState.UpToDate or DeviceState.CannotEnforce))
        {
            questions.Add(Sync);
        }

        return questions;
    }

    private static string Named(IReadOnlyList<SettingDeviationState> deviations, params ReadOnlySpan<string> kinds)
    {
        var desired = kinds.ToArray();
        var names = deviations.Where(e => desired.Contains(e.Kind)).Select(e => e.Heading.Split(':')[0]).Distinct().ToArray();
        return names switch
        {
            [] => "one setting",
            [var one] => $"“{one}”",
            [var one, var two] => $"“{one}” and “{two}”",
            [var one, ..] => $"“{one}” and {names.Length - 1} more settings",
        };
    }
}
