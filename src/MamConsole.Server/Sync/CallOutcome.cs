using MamConsole.Server.Audit;
using MamConsole.Server.Fleet;

namespace MamConsole.Server.Sync;

/// <summary>The outcome of a message of a proven person.</summary>
internal abstract record CallOutcome
{
    private CallOutcome() { }

    /// <summary>The bytes of the response; all changes that it depends on are committed.</summary>
    public sealed record Answer(byte[] Body) : CallOutcome;

    /// <summary>The device has no access. The response is the same for all causes, so that a caller learns none of them.</summary>
    /// <param name="Cause">For the log, the metric and the audit trail.</param>
    /// <param name="Enrollment">The enrollment to which the cause applies; null when this account has none with that device ID and
    /// path.</param>
    public sealed record Forbidden(RejectedCallCause Cause, EnrolledDevice? Enrollment) : CallOutcome
    {
        /// <summary>The rejection of a blocked device.</summary>
        public static Forbidden Of(EnrolledDevice blocked) =>
            new(blocked.BlockReason == BlockReason.Retiring ? RejectedCallCause.Retiring : RejectedCallCause.Blocked, blocked);
    }

    /// <summary>Concurrent requests of the same device were committed first on each attempt.</summary>
    public sealed record Busy : CallOutcome;
}
