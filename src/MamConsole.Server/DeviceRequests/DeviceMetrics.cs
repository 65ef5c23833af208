using System.Diagnostics.Metrics;

namespace MamConsole.Server.DeviceRequests;

/// <summary>Counts device requests that were rejected or are suspicious.</summary>
internal sealed class DeviceMetrics
{
    /// <summary>The meter's name.</summary>
    public const string MeterName = "MamConsole.Devices";

    private readonly Counter<long> rejectedCalls;
    private readonly Counter<long> tokenReuse;

    public DeviceMetrics(IMeterFactory meters)
    {
        var meter = meters.Create(MeterName);
        rejectedCalls = meter.CreateCounter<long>("mamconsole.devices.refused", "{call}", "Rejected device requests, by reason.");
        tokenReuse = meter.CreateCounter<long>(
            "mamconsole.devices.token_in_two_places",
            "{token}",
            "Tokens that were received from two addresses within a second."
        );
    }

    public void CallRejected(RejectionReason reason) => rejectedCalls.Add(1, new KeyValuePair<string, object?>("kind", NameOf(reason)));

    public void TokenReused() => tokenReuse.Add(1);

    /// <summary>The label values are part of the metric and stay the same when names in code change.</summary>
    public static string NameOf(RejectionReason reason) =>
        reason switch
        {
            RejectionReason.Path => "path",
            RejectionReason.Method => "method",
            RejectionReason.MediaType => "media_type",
            RejectionReason.Malformed => "malformed",
            RejectionReason.Body => "body",
            RejectionReason.NoToken => "no_token",
            RejectionReason.Token => "token",
            RejectionReason.Forbidden => "forbidden",
            RejectionReason.Blocked => "blocked",
            RejectionReason.Retiring => "retiring",
            RejectionReason.DeviceRate => "device_rate",
            RejectionReason.AddressRate => "address_rate",
            RejectionReason.Pressure => "pressure",
            RejectionReason.Outage => "outage",
            RejectionReason.Failure => "failure",
            _ => throw new ArgumentOutOfRangeException(nameof(reason), reason, "Not a reason for a rejection."),
        };
}
