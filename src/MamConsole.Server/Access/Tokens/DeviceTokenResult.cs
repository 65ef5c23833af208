using MamConsole.Server.DeviceRequests;

namespace MamConsole.Server.Access.Tokens;

/// <summary>The result of validating a device token.</summary>
internal abstract record DeviceTokenResult
{
    private DeviceTokenResult() { }

    public sealed record Accepted(DeviceIdentity Identity) : DeviceTokenResult;

    /// <param name="Reason">For the log; it is never returned to the caller.</param>
    /// <param name="Forbidden">Whether the token is genuine but is not a user's device token: 403. Otherwise 401.</param>
    public sealed record Rejected(string Reason, bool Forbidden = false) : DeviceTokenResult;

    /// <summary>The signing keys of Entra have never been fetched, so no token can be validated: 503, never 401.</summary>
    public sealed record Unavailable(string Reason) : DeviceTokenResult;

    public T Match<T>(Func<DeviceIdentity, T> accepted, Func<Rejected, T> rejected, Func<Unavailable, T> unavailable) =>
        this switch
        {
            Accepted a => accepted(a.Identity),
            Rejected r => rejected(r),
            Unavailable u => unavailable(u),
            _ => throw new InvalidOperationException("A token is accepted, rejected or cannot be validated."),
        };
}
