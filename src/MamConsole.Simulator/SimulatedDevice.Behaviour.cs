using MamConsole.Protocol.SyncML;
using MamConsole.Simulator.Tree;

namespace MamConsole.Simulator;

/// <summary>The events and faults that a test or a person can trigger on the device.</summary>
public sealed partial class SimulatedDevice
{
    private LostAnswer? _loses;
    private int? _crashesAfter;
    private int _heartbeats;
    private bool _cleansUp;
    private bool _aborts;
    private int _leap;
    private (int After, string Token)? _otherToken;

    /// <summary>Whether the device is connected to a network.</summary>
    public bool IsOnline { get; private set; } = true;

    /// <summary>Disconnects the network: sessions fail before they begin, until <see cref="GoOnline"/>.</summary>
    public void GoOffline() => IsOnline = false;

    /// <summary>Reconnects the network.</summary>
    public void GoOnline() => IsOnline = true;

    /// <summary>Drops the next response that arrives: the server has processed the request, but the device has no confirmation.</summary>
    public void LoseNextAnswer(LostAnswer then = LostAnswer.SendAgain)
    {
        lock (_stateLock)
        {
            _loses = then;
        }
    }

    /// <summary>In its next session, the device executes the response to this message and crashes before it sends the statuses.</summary>
    /// <param name="messageId">The MsgID of the request; 1 = package 1.</param>
    public void CrashAfterMessage(int messageId)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(messageId, 1);
        lock (_stateLock)
        {
            _crashesAfter = messageId;
        }
    }

    /// <summary>Before its next package, the device sends this many heartbeats (docs/reference/protocol.md §3.10).</summary>
    public void BeSlow(int heartbeats)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(heartbeats);
        lock (_stateLock)
        {
            _heartbeats = heartbeats;
        }
    }

    /// <summary>
    /// In its next session, each write to the WIP nodes fails with 500, as while Windows cleans up after an earlier enrollment.
    /// </summary>
    public void CleanUpInNextSession()
    {
        lock (_stateLock)
        {
            _cleansUp = true;
        }
    }

    /// <summary>
    /// In its next session, the device executes the first response and then aborts the session with alert 1223 (docs/reference/protocol.md
    /// §3.9).
    /// </summary>
    public void AbortNextSession()
    {
        lock (_stateLock)
        {
            _aborts = true;
        }
    }

    /// <summary>
    /// In its next session, the MsgID of the second message is too high by this number, so that it does not fit the sequence.
    /// </summary>
    public void LeapInNextSession(int by = 5)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(by, 1);
        lock (_stateLock)
        {
            _leap = by;
        }
    }

    /// <summary>After this message, requests contain another token in the header, for example an expired one; null ends that.</summary>
    /// <param name="messageId">The last MsgID with the regular token; 1 = from the second message of each session.</param>
    /// <param name="token">The token to send.</param>
    public void ChangeTokenAfterMessage(int messageId, string? token)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(messageId, 0);
        lock (_stateLock)
        {
            _otherToken = token is null ? null : (messageId, token);
        }
    }

    /// <summary>From now on, the device rejects all changes of the nodes that a pattern matches.</summary>
    /// <param name="pattern">A LocURI; <c>*</c> matches any text.</param>
    /// <param name="code">The status of the rejected command.</param>
    /// <param name="originalError">The HRESULT in the status; null for none.</param>
    public void Reject(string pattern, StatusCode code, string? originalError = null) =>
        Change(tree => tree with { Rejections = tree.Rejections.Add(new NodeRejection(pattern, code, originalError)) });

    /// <summary>Removes all rejections.</summary>
    public void StopRejecting() => Change(tree => tree with { Rejections = [] });

    /// <summary>Sets a policy with Group Policy, which overrides the server's value; null removes it.</summary>
    /// <param name="policy">The area and the name: <c>NetworkIsolation/EnterpriseIPRange</c>.</param>
    /// <param name="value">The value under Policy/Result.</param>
    public void OverridePolicy(string policy, string? value) =>
        Change(tree =>
            tree with
            {
                GroupPolicy = value is null ? tree.GroupPolicy.Remove(policy) : tree.GroupPolicy.SetItem(policy, value),
            }
        );

    /// <summary>
    /// Signs the enrolled user in or out. The nodes under <c>./User</c> and the user's token are available while signed in.
    /// </summary>
    public void SignIn(bool signedIn = true) => Change(tree => tree with { UserSignedIn = signedIn });

    /// <summary>Updates Windows to another build. The update alone does not start a check-in.</summary>
    public void UpdateWindows(int build, int revision = 1) =>
        Change(tree => tree with { Profile = tree.Profile with { Build = build, Revision = revision } });

    /// <summary>Changes the health values that the device reports.</summary>
    public void ChangeHealth(Func<DeviceHealth, DeviceHealth> change) =>
        Change(tree => tree with { Profile = tree.Profile with { Health = change(tree.Profile.Health) } });

    /// <summary>Applies any other change to the tree, as Windows itself would.</summary>
    public void Change(Func<WindowsTree, WindowsTree> change)
    {
        ArgumentNullException.ThrowIfNull(change);
        lock (_stateLock)
        {
            _tree = change(_tree);
        }
    }

    private LostAnswer? TakeLostAnswer()
    {
        lock (_stateLock)
        {
            var lost = _loses;
            _loses = null;
            return lost;
        }
    }

    private bool TakeCrash(int messageId)
    {
        lock (_stateLock)
        {
            var now = _crashesAfter == messageId;
            _crashesAfter = now ? null : _crashesAfter;
            return now;
        }
    }

    private bool TakeCleanUp()
    {
        lock (_stateLock)
        {
            var now = _cleansUp;
            _cleansUp = false;
            return now;
        }
    }

    private bool TakeAbort()
    {
        lock (_stateLock)
        {
            var now = _aborts;
            _aborts = false;
            return now;
        }
    }

    private int TakeLeap()
    {
        lock (_stateLock)
        {
            var by = _leap;
            _leap = 0;
            return by;
        }
    }

    private string? TokenInstead(int messageId)
    {
        lock (_stateLock)
        {
            return _otherToken is { } other && messageId > other.After ? other.Token : null;
        }
    }

    private bool TakeHeartbeat()
    {
        lock (_stateLock)
        {
            return _heartbeats > 0 && _heartbeats-- > 0;
        }
    }
}
