using MamConsole.Server.Access.Limits;

namespace MamConsole.Server.Access.Tokens;

/// <summary>Where a token was last seen. Two places within a second are allowed, because a PC may change its network, and worth a look.</summary>
internal sealed class TokenPlaces(AddressKey address, long since)
{
    private static readonly TimeSpan Apart = TimeSpan.FromSeconds(1);

    private readonly Lock gate = new();
    private AddressKey address = address;
    private long seen = since;
    private bool told;

    /// <summary>Notes the place. True the first time that the token comes from another place within a second.</summary>
    public bool AreTwo(AddressKey now, TimeProvider clock)
    {
        lock (gate)
        {
            var two = !told && now != address && clock.GetElapsedTime(seen) <= Apart;
            (address, seen, told) = (now, clock.GetTimestamp(), told || two);
            return two;
        }
    }
}
