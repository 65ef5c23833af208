using System.Collections.Concurrent;
using System.Collections.Immutable;

namespace MamConsole.Simulator.Fleet;

/// <summary>Runs many devices, each on its own schedule: they enroll and check in when they are due until the fleet is stopped.</summary>
public sealed class DeviceFleet
{
    private readonly FleetOptions _options;
    private readonly TimeProvider _time;
    private readonly SemaphoreSlim _slots;
    private readonly ConcurrentDictionary<SimulatedDevice, TaskCompletionSource> _waiting = new();
    private int _sessions;
    private int _completed;
    private int _rejectedEnrollments;

    /// <summary>Creates a fleet, which is idle until <see cref="RunAsync"/>.</summary>
    public DeviceFleet(IEnumerable<SimulatedDevice> devices, FleetOptions options, TimeProvider? time = null)
    {
        ArgumentNullException.ThrowIfNull(options);
        ArgumentOutOfRangeException.ThrowIfLessThan(options.AtOnce, 1);
        (Devices, _options, _time, _slots) = ([.. devices], options, time ?? TimeProvider.System, new SemaphoreSlim(options.AtOnce));
    }

    /// <summary>The devices of the fleet.</summary>
    public ImmutableArray<SimulatedDevice> Devices { get; }

    /// <summary>Raised after each session, on the thread of that session.</summary>
    public event Action<SimulatedDevice, SyncReport>? Synced;

    /// <summary>Raised after each attempt to enroll.</summary>
    public event Action<SimulatedDevice, EnrollmentReport>? Enrolled;

    /// <summary>The counters since the start.</summary>
    public FleetTally Tally =>
        new(
            Devices.Count(device => device.IsEnrolled),
            Volatile.Read(ref _sessions),
            Volatile.Read(ref _completed),
            Volatile.Read(ref _rejectedEnrollments)
        );

    /// <summary>Runs until canceled, and then returns without an exception.</summary>
    public async Task RunAsync(CancellationToken cancellation)
    {
        var lives = Devices.Select(
            (device, index) => LiveAsync(device, _options.EnrollOver * index / Math.Max(Devices.Length, 1), cancellation)
        );
        try
        {
            await Task.WhenAll(lives).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
        {
            // Cancellation is the regular way to stop the fleet.
            return;
        }
    }

    /// <summary>Makes a waiting device check in immediately, as the Sync button does. A device that is unenrolled enrolls again.</summary>
    public void Wake(SimulatedDevice device)
    {
        if (_waiting.TryGetValue(device, out var waiting))
        {
            waiting.TrySetResult();
        }
    }

    private async Task LiveAsync(SimulatedDevice device, TimeSpan delay, CancellationToken cancellation)
    {
        if (!device.IsEnrolled && delay > TimeSpan.Zero)
        {
            await Task.Delay(delay, _time, cancellation).ConfigureAwait(false);
        }

        while (true)
        {
            if (!device.IsEnrolled)
            {
                await EnrollAsync(device, cancellation).ConfigureAwait(false);
            }

            while (device.NextPoll is { } due)
            {
                var woken = await WaitAsync(device, due - _time.GetUtcNow(), cancellation).ConfigureAwait(false);
                var trigger =
                    woken ? SyncTrigger.User
                    : device.HadSession ? SyncTrigger.Schedule
                    : SyncTrigger.PostEnrollment;
                await RunInSlotAsync(
                        async () =>
                        {
                            var report = await device.SyncAsync(trigger, cancellation).ConfigureAwait(false);
                            Interlocked.Increment(ref _sessions);
                            Interlocked.Add(ref _completed, report.Outcome == SyncOutcome.Completed ? 1 : 0);
                            Synced?.Invoke(device, report);
                        },
                        cancellation
                    )
                    .ConfigureAwait(false);
            }

            // The user or the server unenrolled the device. It stays unenrolled until it is woken.
            await WaitAsync(device, Timeout.InfiniteTimeSpan, cancellation).ConfigureAwait(false);
        }
    }

    private async Task EnrollAsync(SimulatedDevice device, CancellationToken cancellation)
    {
        while (!device.IsEnrolled)
        {
            await RunInSlotAsync(
                    async () =>
                    {
                        var report = await device.EnrollAsync(_options.EnrollmentUrl, cancellation: cancellation).ConfigureAwait(false);
                        Interlocked.Add(ref _rejectedEnrollments, report.Succeeded ? 0 : 1);
                        Enrolled?.Invoke(device, report);
                    },
                    cancellation
                )
                .ConfigureAwait(false);
            if (!device.IsEnrolled)
            {
                await WaitAsync(device, _options.EnrollAgainAfter, cancellation).ConfigureAwait(false);
            }
        }
    }

    private async Task RunInSlotAsync(Func<Task> work, CancellationToken cancellation)
    {
        await _slots.WaitAsync(cancellation).ConfigureAwait(false);
        try
        {
            await work().ConfigureAwait(false);
        }
        finally
        {
            _slots.Release();
        }
    }

    /// <summary>Waits; returns true when the device was woken before the pause ended.</summary>
    private async Task<bool> WaitAsync(SimulatedDevice device, TimeSpan pause, CancellationToken cancellation)
    {
        if (pause <= TimeSpan.Zero && pause != Timeout.InfiniteTimeSpan)
        {
            return false;
        }

        var woken = _waiting[device] = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        using var over = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        var first = await Task.WhenAny(woken.Task, Task.Delay(pause, _time, over.Token)).ConfigureAwait(false);
        await over.CancelAsync().ConfigureAwait(false);
        _waiting.TryRemove(device, out _);
        cancellation.ThrowIfCancellationRequested();
        return first == woken.Task;
    }
}
