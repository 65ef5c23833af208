using System.Diagnostics.Metrics;

namespace MamConsole.Server.Access.Limits;

/// <summary>What is counted of devices' calls beside the good ones.</summary>
internal sealed class DeviceMetrics
{
    /// <summary>The meter's name.</summary>
    public const string MeterName = "MamConsole.Devices";

    private readonly Counter<long> refused;
    private readonly Counter<long> twoPlaces;

    public DeviceMetrics(IMeterFactory meters)
    {
        var meter = meters.Create(MeterName);
        refused = meter.CreateCounter<long>("mamconsole.devices.refused", "{call}", "Device calls that were refused, by kind.");
        twoPlaces = meter.CreateCounter<long>(
            "mamconsole.devices.token_in_two_places",
            "{token}",
            "Tokens that came from two addresses within a second."
        );
    }

    public void Refused(RefusalKind kind) => refused.Add(1, new KeyValuePair<string, object?>("kind", NameOf(kind)));

    public void TokenInTwoPlaces() => twoPlaces.Add(1);

    /// <summary>Names of a metric outlive names in code.</summary>
    private static string NameOf(RefusalKind kind) =>
        kind switch
        {
            RefusalKind.Path => "path",
            RefusalKind.Method => "method",
            RefusalKind.MediaType => "media_type",
            RefusalKind.Malformed => "malformed",
            RefusalKind.Body => "body",
            RefusalKind.NoToken => "no_token",
            RefusalKind.Token => "token",
            RefusalKind.Forbidden => "forbidden",
            RefusalKind.DeviceRate => "device_rate",
            RefusalKind.AddressRate => "address_rate",
            RefusalKind.Pressure => "pressure",
            RefusalKind.Outage => "outage",
            RefusalKind.Failure => "failure",
            _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "Not a kind of refusal."),
        };
}
