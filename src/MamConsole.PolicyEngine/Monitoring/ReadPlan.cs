using System.Collections.Immutable;
using MamConsole.Protocol.Csp;

namespace MamConsole.PolicyEngine.Monitoring;

/// <summary>
/// How often a version has its devices read: a part of what is published, beside the nodes. Zero = with every call, null = never.
/// </summary>
public sealed record ReadPlan(TimeSpan? Settings, TimeSpan? Condition, TimeSpan? Hardware, TimeSpan? BootHealth, TimeSpan? WorkLog)
{
    /// <summary>What holds where a policy says nothing, or where there is none.</summary>
    public static readonly ReadPlan Usual = new(TimeSpan.FromDays(1), TimeSpan.FromDays(1), TimeSpan.FromDays(7), null, null);

    /// <summary>The nodes beside the policy's own that the groups ask for.</summary>
    public static ImmutableArray<string> NodesOf(ReadGroups groups) =>
        [
            .. groups.HasFlag(ReadGroups.Settings) ? [EnterpriseDataProtectionCsp.Status.Uri] : Array.Empty<string>(),
            .. groups.HasFlag(ReadGroups.Condition) ? DeviceStatusCsp.Each.Select(n => n.Uri) : [],
            .. groups.HasFlag(ReadGroups.Hardware) ? DeviceStatusCsp.Weekly.Concat(DeviceStatusCsp.Monthly).Select(n => n.Uri) : [],
        ];

    /// <summary>Every node that a group may ask for.</summary>
    public static readonly ImmutableArray<string> AllNodes = NodesOf(ReadGroups.Settings | ReadGroups.Condition | ReadGroups.Hardware);

    /// <summary>The groups to read now.</summary>
    /// <param name="times">When they were read last.</param>
    /// <param name="isPending">Whether a whole read is owed: the settings then, and whatever is read at all.</param>
    /// <param name="now">The time of the call.</param>
    public ReadGroups DueAt(ReadTimes times, bool isPending, DateTimeOffset now) =>
        (isPending || NextOf(Settings, times.Settings) <= now ? ReadGroups.Settings : 0)
        | (Condition is not null && (isPending || NextOf(Condition, times.Condition) <= now) ? ReadGroups.Condition : 0)
        | (Hardware is not null && (isPending || NextOf(Hardware, times.Hardware) <= now) ? ReadGroups.Hardware : 0);

    /// <summary>When the first of the groups is due; far away when none ever is.</summary>
    public DateTimeOffset NextAfter(ReadTimes times) =>
        new[] { NextOf(Settings, times.Settings), NextOf(Condition, times.Condition), NextOf(Hardware, times.Hardware) }.Min();

    private static DateTimeOffset NextOf(TimeSpan? interval, DateTimeOffset? last) =>
        interval is not { } every ? Never
        : last is { } at ? at + every
        : LongAgo;

    /// <summary>Due, and yet no read that is owed whatever the rhythm says (that is the epoch itself).</summary>
    private static readonly DateTimeOffset LongAgo = DateTimeOffset.UnixEpoch.AddMilliseconds(1);

    /// <summary>Fits into milliseconds, and no clock gets there.</summary>
    private static readonly DateTimeOffset Never = new(9999, 1, 1, 0, 0, 0, TimeSpan.Zero);
}
