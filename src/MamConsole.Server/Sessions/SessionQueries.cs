using System.Globalization;
using MamConsole.Server.Access;
using MamConsole.Server.Fleet;
using MamConsole.Server.Outcomes;

namespace MamConsole.Server.Sessions;

/// <summary>Reads the recorded sessions between a device and this server.</summary>
internal sealed class SessionQueries(DeviceStore devices, SessionStore sessions, SessionReader reader)
{
    public const int MaximumTake = 100;

    /// <param name="who">The signed-in administrator.</param>
    /// <param name="deviceId">The enrollment's id.</param>
    /// <param name="after"><see cref="SessionPage.Next"/> of the previous page; null = from the newest.</param>
    /// <param name="take">1 to 100.</param>
    /// <param name="ct">Cancels the operation.</param>
    public async Task<Outcome<SessionPage>> ListAsync(Administrator who, string deviceId, string? after, int take, CancellationToken ct)
    {
        if (who.Lacks(Ability.ReadDevices) is { } lacking)
        {
            return lacking;
        }

        if (after is not null && KeyOf(after) is null)
        {
            return new PageKeyUnknown();
        }

        if (await devices.FindAsync(deviceId, ct) is not { } device)
        {
            return new NotFound("This device");
        }

        take = Math.Clamp(take, 1, MaximumTake);
        var found = await sessions.ListAsync(device.Enrollment.Key, after is null ? null : KeyOf(after), take + 1, ct);
        return new SessionPage(
            [.. found.Take(take).Select(SessionSummary.RowOf)],
            found.Count > take ? SessionIds.Of(found[take - 1].Key) : null
        );
    }

    public async Task<Outcome<SessionDetail>> GetAsync(Administrator who, string deviceId, string sessionRecordId, CancellationToken ct)
    {
        if (who.Lacks(Ability.ReadDevices) is { } lacking)
        {
            return lacking;
        }

        return
            await devices.FindAsync(deviceId, ct) is { } device
            && KeyOf(sessionRecordId) is { } key
            && await sessions.FindAsync(device.Enrollment.Key, key, ct) is { } session
            ? await reader.DetailAsync(device.Enrollment, session, ct)
            : new NotFound("This session");
    }

    private static long? KeyOf(string id) => long.TryParse(id, NumberStyles.None, CultureInfo.InvariantCulture, out var key) ? key : null;
}
