using System.Globalization;
using MamConsole.Server.Access;
using MamConsole.Server.Fleet;
using MamConsole.Server.Outcomes;

namespace MamConsole.Server.DeviceActions;

/// <summary>Reads the actions of a device.</summary>
internal sealed class DeviceActionQueries(DeviceStore devices, CommandQueue queue, TimeProvider time)
{
    public const int MaximumTake = 50;

    /// <summary>The maximum length of a value in a list, in characters.</summary>
    public const int MaximumListedLength = 4000;

    /// <param name="who">The signed-in administrator.</param>
    /// <param name="deviceId">The enrollment's id; the enrollment may have ended.</param>
    /// <param name="after"><see cref="DeviceActionPage.Next"/> of the previous page; null = from the newest.</param>
    /// <param name="take">1 to <see cref="MaximumTake"/>.</param>
    /// <param name="ct">Cancels the operation.</param>
    public async Task<Outcome<DeviceActionPage>> ListAsync(
        Administrator who,
        string deviceId,
        string? after,
        int take,
        CancellationToken ct
    )
    {
        if (who.Lacks(Ability.ReadDevices) is { } lacks)
        {
            return lacks;
        }

        long? before = null;
        if (after is not null)
        {
            if (!long.TryParse(after, NumberStyles.None, CultureInfo.InvariantCulture, out var key))
            {
                return new PageKeyUnknown();
            }

            before = key;
        }

        if (await devices.FindAsync(deviceId, ct) is not { } device)
        {
            return new NotFound("This device");
        }

        var size = Math.Clamp(take, 1, MaximumTake);
        var now = time.GetUtcNow();
        var rows = await queue.ListAsync(device.Enrollment.Key, before, size + 1, ct);
        return new DeviceActionPage(
            [.. rows.Take(size).Select(c => Shortened(DeviceAction.Of(c, who, now)))],
            rows.Count > size ? rows[size - 1].Key.ToString(CultureInfo.InvariantCulture) : null
        );
    }

    /// <summary>Shortens long values for a list; a single action contains the complete stored values.</summary>
    private static DeviceAction Shortened(DeviceAction action) =>
        action with
        {
            Nodes =
            [
                .. action.Nodes.Select(n =>
                    n.Value is { Length: > MaximumListedLength } value ? n with { Value = value[..MaximumListedLength], IsCut = true } : n
                ),
            ],
        };

    /// <summary>One action with its complete stored result.</summary>
    public async Task<Outcome<DeviceAction>> GetAsync(Administrator who, string deviceId, string requestId, CancellationToken ct)
    {
        if (who.Lacks(Ability.ReadDevices) is { } lacks)
        {
            return lacks;
        }

        return
            await devices.FindAsync(deviceId, ct) is { } device
            && await queue.FindAsync(device.Enrollment.Key, requestId, ct) is { } command
            ? DeviceAction.Of(command, who, time.GetUtcNow())
            : new NotFound("This device action");
    }
}
