using System.Globalization;
using MamConsole.Simulator.Nodes;
using MamConsole.Simulator.Tree;
using MamConsole.Simulator.Wire;

namespace MamConsole.Simulator;

/// <summary>
/// A Windows device that is not there: it enrolls, checks in, does what it is asked, and misbehaves when told to. It knows a server's bytes
/// and nothing else of it.
/// </summary>
/// <remarks>Safe to use from several threads; sessions of one device follow each other.</remarks>
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

    /// <summary>A device that was never enrolled.</summary>
    /// <param name="profile">What it is.</param>
    /// <param name="http">Reaches the server; its timeout is the device's patience.</param>
    /// <param name="token">The signed-in user's access token; null = the device has none just now.</param>
    /// <param name="options">How it behaves.</param>
    /// <param name="time">Its clock; the system's when null.</param>
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

    /// <summary>How it behaves.</summary>
    public DeviceOptions Options { get; }

    /// <summary>What it is.</summary>
    public DeviceProfile Profile => Tree.Profile;

    /// <summary>Its management tree as it stands.</summary>
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

    /// <summary>Whom it calls; null while it is not enrolled.</summary>
    public DeviceAccount? Account { get; private set; }

    /// <summary>Whether it is enrolled.</summary>
    public bool IsEnrolled => Account is not null;

    /// <summary>Whether it has checked in since it enrolled.</summary>
    public bool HadSession => _sessions > 0;

    /// <summary>How its last session went.</summary>
    public SyncReport? LastSync { get; private set; }

    /// <summary>When its last complete session began.</summary>
    public DateTimeOffset? LastContact { get; private set; }

    /// <summary>When it checks in by itself, in real time; null while it is not enrolled.</summary>
    public DateTimeOffset? NextPoll { get; private set; }

    /// <summary>Whether protection is on and this Windows can do it.</summary>
    public bool IsProtecting => EnterpriseDataProtectionNodes.IsProtecting(Tree);

    /// <summary>
    /// Whether work files became unreadable when the enrollment ended (RevokeOnUnenroll, docs/reference/protocol.md §6.3).
    /// </summary>
    public bool WorkFilesRevoked { get; private set; }

    /// <summary>Whether it checks in when its user signs in.</summary>
    public bool PollsAtSignIn => Account is { } account && Tree.Read(DMClientNodes.Leaf(account.ProviderId, "Poll/PollOnLogin")) == "true";

    /// <summary>Switches a device on again.</summary>
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

    /// <summary>What it would keep if it were switched off now.</summary>
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

    /// <summary>Calls in. Never throws for what a server or a network may do: the report says it.</summary>
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
    /// The user removes the work account: one last session says so, and whatever comes of it, the enrollment is gone
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
            // The server asked for it. The session just left is over; another says goodbye (docs/reference/protocol.md §6.1).
            if (!Options.ServerCanUnenroll)
            {
                return Schedule(account, trigger, report with { Outcome = SyncOutcome.Aborted, Detail = "Told to unenroll, and did not." });
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
            ? CleanUp(report with { Outcome = SyncOutcome.Unenrolled, Detail = "No contact for too long." })
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
    /// Everything that came with the enrollment goes (docs/reference/protocol.md §6.2). Files are unreadable after it when the keys were to
    /// be revoked.
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

    /// <summary>NumberOfDaysAfterLostContactToUnenroll: the device gives up by itself (docs/reference/protocol.md §5.2).</summary>
    private bool HasLostContact(DeviceAccount account) =>
        int.TryParse(
            Tree.Read(DMClientNodes.Leaf(account.ProviderId, "NumberOfDaysAfterLostContactToUnenroll")),
            CultureInfo.InvariantCulture,
            out var days
        )
        && (_time.GetUtcNow() - (LastContact ?? account.EnrolledAt)) * Options.TimeScale >= TimeSpan.FromDays(days);
}
