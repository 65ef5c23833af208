using System.Globalization;
using MamConsole.PolicyEngine.InformationProtection;
using MamConsole.Server.Ui;

namespace MamConsole.Server.Policies.Pages;

/// <summary>The end of a published policy's recovery certificate, in words.</summary>
/// <param name="Kind">How loud.</param>
/// <param name="Text">"ends in 20 days", after "the recovery certificate".</param>
/// <param name="Reason">What follows, and what to do.</param>
internal sealed record RecoveryWords(StatusKind Kind, string Text, string Reason)
{
    /// <returns>Null while there is time, or when there is none.</returns>
    public static RecoveryWords? Of(DateTimeOffset? endsAt, DateTimeOffset now)
    {
        if (endsAt is not { } end)
        {
            return null;
        }

        var days = Plural.Of(Math.Max(1, (int)Math.Ceiling((end - now).TotalDays)), "day");
        var day = end.ToString("d MMMM yyyy", CultureInfo.InvariantCulture);
        return new RecoveryExpiry("", end).UrgencyAt(now) switch
        {
            ExpiryUrgency.Ended => new(
                StatusKind.Failed,
                $"ended on {day}",
                "Windows refuses to encrypt with it. Publish a version with a new one."
            ),
            ExpiryUrgency.Urgent => new(
                StatusKind.Failed,
                $"ends in {days}",
                "PCs that call seldom need weeks to take a new one. Publish it now."
            ),
            ExpiryUrgency.Soon => new(StatusKind.Attention, $"ends in {days}", "Make its successor and add it beside the old one."),
            _ => null,
        };
    }
}
