using MamConsole.Server.DeviceRequests;

namespace MamConsole.Server.Access.Tokens;

/// <summary>
/// Stores where a token was last received. Two addresses within a second are accepted, because a PC may change its network, but are
/// reported.
/// </summary>
internal sealed class TokenReuseDetector(AddressKey address, long since)
{
    private static readonly TimeSpan DetectionWindow = TimeSpan.FromSeconds(1);

    private readonly Lock stateLock = new();
    private AddressKey address = address;
    private long lastSeen = since;
    private bool isReported;

    /// <summary>Stores the address. True the first time that the token is received from another address within a second.</summary>
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
