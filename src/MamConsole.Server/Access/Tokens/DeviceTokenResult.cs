using MamConsole.Server.DeviceRequests;

namespace MamConsole.Server.Access.Tokens;

/// <summary>What the gate says about a text that claims to be a device's token.</summary>
internal abstract record DeviceTokenResult
{
    private DeviceTokenResult() { }

    public sealed record Accepted(DeviceIdentity Identity) : DeviceTokenResult;

    /// <param name="Reason">For the log, never for the caller.</param>
    /// <param name="Forbidden">The token is genuine but not a person's device token: 403. Otherwise 401.</param>
    public sealed record Rejected(string Reason, bool Forbidden = false) : DeviceTokenResult;

    /// <summary>Entra's keys were never reached, so nobody can be judged: 503, never 401.</summary>
    public sealed record Unavailable(string Reason) : DeviceTokenResult;

    public T Match<T>(Func<DeviceIdentity, T> accepted, Func<Rejected, T> rejected, Func<Unavailable, T> unavailable) =>
        this switch
        {
            Accepted a => accepted(a.Identity),
            Rejected r => rejected(r),
            Unavailable u => unavailable(u),
            _ => throw new InvalidOperationException("A token is accepted, refused or cannot be judged."),
        };
}
