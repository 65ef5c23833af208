using MamConsole.Protocol.SyncML;
using MamConsole.Simulator.Tree;

namespace MamConsole.Simulator;

/// <summary>What a test, or a person at the demo, can make the device do.</summary>
public sealed partial class SimulatedDevice
{
    private LostAnswer? _loses;
    private int? _crashesAfter;
    private int _heartbeats;
    private bool _cleansUp;
    private bool _aborts;
    private int _leap;
    private (int After, string Token)? _otherToken;

    /// <summary>Whether the device has network.</summary>
    public bool IsOnline { get; private set; } = true;

    /// <summary>Sessions end before they begin, until <see cref="GoOnline"/>.</summary>
    public void GoOffline() => IsOnline = false;

    /// <summary>The network is back.</summary>
    public void GoOnline() => IsOnline = true;

    /// <summary>The next answer that arrives is dropped: the server did its work, the device does not know.</summary>
    public void LoseNextAnswer(LostAnswer then = LostAnswer.SendAgain)
    {
        lock (_stateLock)
        {
            _loses = then;
        }
    }

    /// <summary>In its next session the device does what the answer to this message asks and dies before it can say so.</summary>
    /// <param name="messageId">1 = after the answer to package 1.</param>
    public void CrashAfterMessage(int messageId)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(messageId, 1);
        lock (_stateLock)
        {
            _crashesAfter = messageId;
        }
    }

    /// <summary>Before its next package the device sends this many heartbeats (docs/reference/protocol.md §3.10).</summary>
    public void BeSlow(int heartbeats)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(heartbeats);
        lock (_stateLock)
        {
            _heartbeats = heartbeats;
        }
    }

    /// <summary>
    /// In its next session each write of WIP's own nodes fails with 500: Windows still cleans up after an earlier enrollment.
    /// </summary>
    public void CleanUpInNextSession()
    {
        lock (_stateLock)
        {
            _cleansUp = true;
        }
    }

    /// <summary>
    /// In its next session the device does what the first answer asks and then gives the session up by alert 1223 instead of answering
    /// (docs/reference/protocol.md §3.9).
    /// </summary>
    public void AbortNextSession()
    {
        lock (_stateLock)
        {
            _aborts = true;
        }
    }

    /// <summary>In its next session the second message has a number that is too high by this much: it belongs nowhere.</summary>
    public void LeapInNextSession(int by = 5)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(by, 1);
        lock (_stateLock)
        {
            _leap = by;
        }
    }

    /// <summary>
    /// From the message after this one on, its requests carry another token in the header, an expired one for example; null ends that.
    /// </summary>
    /// <param name="messageId">1 = from the second message of each session.</param>
    /// <param name="token">That token.</param>
    public void ChangeTokenAfterMessage(int messageId, string? token)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(messageId, 0);
        lock (_stateLock)
        {
            _otherToken = token is null ? null : (messageId, token);
        }
    }

    /// <summary>From now on refuses to change the nodes that a pattern covers, whatever it is asked.</summary>
    /// <param name="pattern">A LocURI; <c>*</c> stands for any text.</param>
    /// <param name="code">The status it answers.</param>
    /// <param name="originalError">The HRESULT beside it.</param>
    public void Reject(string pattern, StatusCode code, string? originalError = null) =>
        Change(tree => tree with { Rejections = tree.Rejections.Add(new NodeRejection(pattern, code, originalError)) });

    /// <summary>Takes everything again.</summary>
    public void StopRejecting() => Change(tree => tree with { Rejections = [] });

    /// <summary>Group Policy sets a policy, which beats the server's value; null takes it away.</summary>
    /// <param name="policy">Area and name: <c>NetworkIsolation/EnterpriseIPRange</c>.</param>
    /// <param name="value">As it shows under Policy/Result.</param>
    public void OverridePolicy(string policy, string? value) =>
        Change(tree =>
            tree with
            {
                GroupPolicy = value is null ? tree.GroupPolicy.Remove(policy) : tree.GroupPolicy.SetItem(policy, value),
            }
        );

    /// <summary>The enrolled user signs in or out: nodes of the user and the user's token come and go with it.</summary>
    public void SignIn(bool signedIn = true) => Change(tree => tree with { UserSignedIn = signedIn });

    /// <summary>Windows is updated to another build. Nothing of it reaches the server by itself.</summary>
    public void UpdateWindows(int build, int revision = 1) =>
        Change(tree => tree with { Profile = tree.Profile with { Build = build, Revision = revision } });

    /// <summary>What the device says about its condition changes.</summary>
    public void ChangeHealth(Func<DeviceHealth, DeviceHealth> change) =>
        Change(tree => tree with { Profile = tree.Profile with { Health = change(tree.Profile.Health) } });

    /// <summary>Any other change to the tree, as if Windows made it.</summary>
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
