namespace MamConsole.Server.Access;

/// <summary>
/// Whether device requests are answered with 503 while an administrator maintains the database (<c>Devices:Maintenance</c>). Read at each
/// request, so that a change of the file takes effect at once; the console stays available. While the server migrates its own database it
/// does not listen at all.
/// </summary>
internal sealed class DeviceMaintenance(IConfiguration configuration)
{
    /// <summary>Seconds until a device may retry.</summary>
    public const string RetryAfter = "600";

    public bool IsOn => bool.TryParse(configuration["Devices:Maintenance"], out var on) && on;
}
