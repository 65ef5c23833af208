namespace MamConsole.Server.Audit;

/// <summary>Why a request with a valid token was rejected. Stored by name: never rename.</summary>
internal enum RejectedCallCause
{
    /// <summary>No active enrollment of this account has that device ID and path.</summary>
    NotEnrolled,

    /// <summary>An administrator blocked the device.</summary>
    Blocked,

    /// <summary>The device is being retired and loses contact intentionally (docs/reference/protocol.md §6.1, plan B).</summary>
    Retiring,
}
