using System.Collections.Immutable;
using MamConsole.Protocol.Csp;

namespace MamConsole.PolicyEngine.Monitoring;

/// <summary>The read intervals of a version's devices, published together with the nodes. Zero = at every check-in, null = never.</summary>
public sealed record ReadPlan(TimeSpan? Settings, TimeSpan? Condition, TimeSpan? Hardware, TimeSpan? BootHealth, TimeSpan? WorkLog)
{
    /// <summary>The default plan, for a policy that sets none and for devices without a policy.</summary>
    public static readonly ReadPlan Usual = new(TimeSpan.FromDays(1), TimeSpan.FromDays(1), TimeSpan.FromDays(7), null, null);

    /// <summary>Returns the nodes outside of the policy that the groups contain.</summary>
    public static ImmutableArray<string> NodesOf(ReadGroups groups) =>
        [
            .. groups.HasFlag(ReadGroups.Settings) ? [EnterpriseDataProtectionCsp.Status.Uri] : Array.Empty<string>(),
            .. groups.HasFlag(ReadGroups.Condition) ? DeviceStatusCsp.Each.Select(n => n.Uri) : [],
            .. groups.HasFlag(ReadGroups.Hardware) ? DeviceStatusCsp.Weekly.Concat(DeviceStatusCsp.Monthly).Select(n => n.Uri) : [],
        ];

    /// <summary>All nodes that a group can contain.</summary>
    public static readonly ImmutableArray<string> AllNodes = NodesOf(ReadGroups.Settings | ReadGroups.Condition | ReadGroups.Hardware);

    /// <summary>Returns the groups to read now.</summary>
    /// <param name="times">The times of the last reads.</param>
    /// <param name="isPending">Whether a full read is pending: the settings and all groups that are read at all.</param>
    /// <param name="now">The time of the check-in.</param>
    public ReadGroups DueAt(ReadTimes times, bool isPending, DateTimeOffset now) =>
        (isPending || NextOf(Settings, times.Settings) <= now ? ReadGroups.Settings : 0)
        | (Condition is not null && (isPending || NextOf(Condition, times.Condition) <= now) ? ReadGroups.Condition : 0)
        | (Hardware is not null && (isPending || NextOf(Hardware, times.Hardware) <= now) ? ReadGroups.Hardware : 0);

    /// <summary>Returns the time at which the first group is due; far in the future when none ever is.</summary>
    public DateTimeOffset NextAfter(ReadTimes times) =>
        new[] { NextOf(Settings, times.Settings), NextOf(Condition, times.Condition), NextOf(Hardware, times.Hardware) }.Min();

    private static DateTimeOffset NextOf(TimeSpan? interval, DateTimeOffset? last) =>
        interval is not { } every ? Never
        : last is { } at ? at + every
        : LongAgo;

    /// <summary>A due time that differs from the epoch, which marks a pending full read.</summary>
    private static readonly DateTimeOffset LongAgo = DateTimeOffset.UnixEpoch.AddMilliseconds(1);

    /// <summary>A time that fits into milliseconds and is never reached.</summary>
    private static readonly DateTimeOffset Never = new(9999, 1, 1, 0, 0, 0, TimeSpan.Zero);
}
