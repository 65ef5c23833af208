using MamConsole.Server.DeviceRequests;

namespace MamConsole.Server.Access.Tokens;

/// <summary>
/// Where a token was last seen. Two places within a second are allowed, because a PC may change its network, and worth a look.
/// </summary>
internal sealed class TokenReuseDetector(AddressKey address, long since)
{
    private static readonly TimeSpan DetectionWindow = TimeSpan.FromSeconds(1);

    private readonly Lock stateLock = new();
    private AddressKey address = address;
    private long lastSeen = since;
    private bool isReported;

    /// <summary>Notes the place. True the first time that the token comes from another place within a second.</summary>
    public bool IsReused(AddressKey now, TimeProvider clock)
    {
        lock (stateLock)
        {
            var two = !isReported && now != address && clock.GetElapsedTime(lastSeen) <= DetectionWindow;
            (address, lastSeen, isReported) = (now, clock.GetTimestamp(), isReported || two);
            return two;
        }
    }
}
