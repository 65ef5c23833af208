using System.Globalization;
using MamConsole.PolicyEngine.InformationProtection;
using MamConsole.Server.Ui;

namespace MamConsole.Server.Policies.Pages;

/// <summary>Describes when a published policy's recovery certificate expires.</summary>
/// <param name="Kind">The severity.</param>
/// <param name="Text">"expires in 20 days", after "Recovery certificate".</param>
/// <param name="Reason">The consequence and the recommended action.</param>
internal sealed record RecoveryWords(StatusKind Kind, string Text, string Reason)
{
    /// <returns>Null when the expiration is far away or there is no certificate.</returns>
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
                $"expired on {day}",
                "Windows does not encrypt with it. Publish a version with a new certificate."
            ),
            ExpiryUrgency.Urgent => new(
                StatusKind.Failed,
                $"expires in {days}",
                "PCs that rarely check in need weeks to receive a new certificate. Publish one now."
            ),
            ExpiryUrgency.Soon => new(
                StatusKind.Attention,
                $"expires in {days}",
                "Create a new certificate and add it next to the current one."
            ),
            _ => null,
        };
    }
}
