namespace MamConsole.Server.Access;

/// <summary>
/// Whether devices are asked to come back later while somebody works on the database (<c>Devices:Maintenance</c>). Read at each call, so
/// that
/// a change of the file holds at once; the console stays open. While the server migrates its own database it does not listen at all.
/// </summary>
internal sealed class DeviceMaintenance(IConfiguration configuration)
{
    /// <summary>Seconds until a device may try again.</summary>
    public const string RetryAfter = "600";

    public bool IsOn => bool.TryParse(configuration["Devices:Maintenance"], out var on) && on;
}
