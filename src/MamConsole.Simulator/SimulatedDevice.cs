using System.Globalization;
using MamConsole.Simulator.Nodes;
using MamConsole.Simulator.Tree;
using MamConsole.Simulator.Wire;

namespace MamConsole.Simulator;

/// <summary>
/// A simulated Windows device: it enrolls, checks in, executes commands and triggers faults on request. It depends on the bytes that a
/// server sends and on no code of the server.
/// </summary>
/// <remarks>Thread-safe; the sessions of one device run one after another.</remarks>
public sealed partial class SimulatedDevice : IDisposable
{
    private readonly HttpClient _http;
    private readonly Func<CancellationToken, Task<string?>> _token;
    private readonly TimeProvider _time;
    private readonly SyncClient _client;
    private readonly SemaphoreSlim _oneSession = new(1, 1);
    private readonly Lock _stateLock = new();
    private WindowsTree _tree;
    private int _sessions;
    private int _scheduled;

    /// <summary>Creates a device that was never enrolled.</summary>
    /// <param name="profile">The identity, hardware and Windows version.</param>
    /// <param name="http">The client that reaches the server; its timeout is the timeout of the device.</param>
    /// <param name="token">Returns the access token of the signed-in user; null when the device currently has none.</param>
    /// <param name="options">The behavior of the device.</param>
    /// <param name="time">The clock; null for the system's.</param>
    public SimulatedDevice(
        DeviceProfile profile,
        HttpClient http,
        Func<CancellationToken, Task<string?>> token,
        DeviceOptions? options = null,
        TimeProvider? time = null
    )
    {
        ArgumentNullException.ThrowIfNull(profile);
        ArgumentNullException.ThrowIfNull(http);
        ArgumentNullException.ThrowIfNull(token);
        (_http, _token, _time, Options) = (http, token, time ?? TimeProvider.System, options ?? new DeviceOptions());
        ArgumentOutOfRangeException.ThrowIfLessThan(Options.TimeScale, 1);
        _client = new SyncClient(http, Options.Shape, _time);
        _tree = new WindowsTree { Profile = profile };
    }

    /// <summary>The behavior of the device.</summary>
    public DeviceOptions Options { get; }

    /// <summary>The identity, hardware and Windows version.</summary>
    public DeviceProfile Profile => Tree.Profile;

    /// <summary>The current management tree.</summary>
    public WindowsTree Tree
    {
        get
        {
            lock (_stateLock)
            {
                return _tree;
            }
        }
    }

    /// <summary>The account of the management server; null while the device is not enrolled.</summary>
    public DeviceAccount? Account { get; private set; }

    /// <summary>Whether the device is enrolled.</summary>
    public bool IsEnrolled => Account is not null;

    /// <summary>Whether the device has checked in since it enrolled.</summary>
    public bool HadSession => _sessions > 0;

    /// <summary>The report of the last session; null before the first one.</summary>
    public SyncReport? LastSync { get; private set; }

    /// <summary>The start of the last completed session; null before the first one.</summary>
    public DateTimeOffset? LastContact { get; private set; }

    /// <summary>The time of the next scheduled check-in, in real time; null while the device is not enrolled.</summary>
    public DateTimeOffset? NextPoll { get; private set; }

    /// <summary>Whether protection is on and this Windows build supports it.</summary>
    public bool IsProtecting => EnterpriseDataProtectionNodes.IsProtecting(Tree);

    /// <summary>Whether the end of the enrollment made work files unreadable (RevokeOnUnenroll, docs/reference/protocol.md §6.3).</summary>
    public bool WorkFilesRevoked { get; private set; }

    /// <summary>Whether the device checks in when its user signs in.</summary>
    public bool PollsAtSignIn => Account is { } account && Tree.Read(DMClientNodes.Leaf(account.ProviderId, "Poll/PollOnLogin")) == "true";

    /// <summary>Restores a device from saved state.</summary>
    public static SimulatedDevice Restore(
        DeviceState state,
        HttpClient http,
        Func<CancellationToken, Task<string?>> token,
        DeviceOptions? options = null,
        TimeProvider? time = null
    )
    {
        ArgumentNullException.ThrowIfNull(state);
        var device = new SimulatedDevice(state.Profile, http, token, options, time)
        {
            Account = state.Account,
            LastContact = state.LastContact,
            NextPoll = state.NextPoll,
            WorkFilesRevoked = state.WorkFilesRevoked,
            _sessions = state.Sessions,
            _scheduled = state.Scheduled,
        };
        device.Change(tree =>
            tree with
            {
                Values = tree.Values.AddRange(state.Nodes),
                GroupPolicy = tree.GroupPolicy.AddRange(state.GroupPolicy),
            }
        );
        return device;
    }

    /// <summary>Returns the state that survives a restart.</summary>
    public DeviceState Save()
    {
        var tree = Tree;
        return new DeviceState
        {
            Profile = tree.Profile,
            Account = Account,
            Nodes = tree.Values,
            GroupPolicy = tree.GroupPolicy,
            Sessions = _sessions,
            Scheduled = _scheduled,
            LastContact = LastContact,
            NextPoll = NextPoll,
            WorkFilesRevoked = WorkFilesRevoked,
        };
    }

    /// <summary>Checks in. Faults of the server or the network never throw; the report contains them.</summary>
    public async Task<SyncReport> SyncAsync(SyncTrigger trigger = SyncTrigger.User, CancellationToken cancellation = default)
    {
        await _oneSession.WaitAsync(cancellation).ConfigureAwait(false);
        try
        {
            return await CheckInAsync(trigger, cancellation).ConfigureAwait(false);
        }
        finally
        {
            _oneSession.Release();
        }
    }

    /// <summary>
    /// The user removes the work account. One last session notifies the server; the enrollment ends whatever its result is
    /// (docs/reference/protocol.md §6.2).
    /// </summary>
    public async Task<SyncReport> UnenrollAsync(CancellationToken cancellation = default)
    {
        await _oneSession.WaitAsync(cancellation).ConfigureAwait(false);
        try
        {
            return await SendUnenrollAlertAsync(SyncTrigger.User, cancellation).ConfigureAwait(false);
        }
        finally
        {
            _oneSession.Release();
        }
    }

    /// <inheritdoc />
    public void Dispose() => _oneSession.Dispose();

    private async Task<SyncReport> CheckInAsync(SyncTrigger trigger, CancellationToken cancellation)
    {
        var startedAt = _time.GetUtcNow();
        if (Account is not { } account)
        {
            return LastSync = new SyncReport
            {
                Outcome = SyncOutcome.NotEnrolled,
                Detail = "The device is not enrolled.",
                StartedAt = startedAt,
            };
        }

        var report = await RunSessionAsync(account, trigger, isUnenrolling: false, cancellation).ConfigureAwait(false);
        if (report.Outcome == SyncOutcome.Completed)
        {
            LastContact = startedAt;
        }

        if (report.Outcome == SyncOutcome.Unenrolled)
        {
            // The server sent the Unenroll command. That session is over; another one confirms the end (docs/reference/protocol.md §6.1).
            if (!Options.ServerCanUnenroll)
            {
                return Schedule(
                    account,
                    trigger,
                    report with
                    {
                        Outcome = SyncOutcome.Aborted,
                        Detail = "The server sent the Unenroll command, and the device did not unenroll.",
                    }
                );
            }

            var unenrollReport = await SendUnenrollAlertAsync(trigger, cancellation).ConfigureAwait(false);
            return LastSync = unenrollReport with
            {
                Commands = report.Commands,
                Exchanges = [.. report.Exchanges, .. unenrollReport.Exchanges],
                Detail = report.Detail,
            };
        }

        return HasLostContact(account)
            ? CleanUp(
                report with
                {
                    Outcome = SyncOutcome.Unenrolled,
                    Detail = "The device unenrolled after too many days without contact.",
                }
            )
            : Schedule(account, trigger, report);
    }

    private async Task<SyncReport> SendUnenrollAlertAsync(SyncTrigger trigger, CancellationToken cancellation)
    {
        if (Account is not { } account)
        {
            return LastSync = new SyncReport
            {
                Outcome = SyncOutcome.NotEnrolled,
                Detail = "The device is not enrolled.",
                StartedAt = _time.GetUtcNow(),
            };
        }

        var report = await RunSessionAsync(account, trigger, isUnenrolling: true, cancellation).ConfigureAwait(false);
        return CleanUp(report with { Outcome = SyncOutcome.Unenrolled });
    }

    /// <summary>
    /// Removes everything that belongs to the enrollment (docs/reference/protocol.md §6.2). Work files become unreadable when the keys are
    /// to be revoked.
    /// </summary>
    private SyncReport CleanUp(SyncReport report)
    {
        lock (_stateLock)
        {
            WorkFilesRevoked |=
                EnterpriseDataProtectionNodes.IsProtecting(_tree) && _tree.Stored(EnterpriseDataProtectionNodes.RevokeOnUnenroll) != "0";
            _tree = _tree with { Values = _tree.Values.Clear() };
        }

        (Account, NextPoll, LastContact, _sessions, _scheduled) = (null, null, null, 0, 0);
        return LastSync = report;
    }

    private SyncReport Schedule(DeviceAccount account, SyncTrigger trigger, SyncReport report)
    {
        if (trigger is SyncTrigger.Schedule or SyncTrigger.PostEnrollment || NextPoll is null)
        {
            var pause = PollPlan.NextPause(Tree, account.ProviderId, _scheduled++) / Options.TimeScale;
            NextPoll = _time.GetUtcNow() + (report.RetryAfter is { } wait && wait > pause ? wait : pause);
        }

        return LastSync = report;
    }

    /// <summary>
    /// Returns whether NumberOfDaysAfterLostContactToUnenroll has passed, after which the device unenrolls (docs/reference/protocol.md
    /// §5.2).
    /// </summary>
    private bool HasLostContact(DeviceAccount account) =>
        int.TryParse(
            Tree.Read(DMClientNodes.Leaf(account.ProviderId, "NumberOfDaysAfterLostContactToUnenroll")),
            CultureInfo.InvariantCulture,
            out var days
        )
        && (_time.GetUtcNow() - (LastContact ?? account.EnrolledAt)) * Options.TimeScale >= TimeSpan.FromDays(days);
}
