using MamConsole.Server.Audit;
using MamConsole.Server.Fleet;

namespace MamConsole.Server.Sync;

/// <summary>What becomes of a message from a proven person.</summary>
internal abstract record CallOutcome
{
    private CallOutcome() { }

    /// <summary>The answer's bytes; everything it rests on is committed.</summary>
    public sealed record Answer(byte[] Body) : CallOutcome;

    /// <summary>The device may not call. One answer for all causes: a caller learns none of them.</summary>
    /// <param name="Cause">For log, metric and audit trail.</param>
    /// <param name="Enrollment">The enrollment behind the cause; null when this account has none with that device id and path.</param>
    public sealed record Forbidden(RejectedCallCause Cause, EnrolledDevice? Enrollment) : CallOutcome
    {
        /// <summary>The rejection of a blocked device.</summary>
        public static Forbidden Of(EnrolledDevice blocked) =>
            new(blocked.BlockReason == BlockReason.Retiring ? RejectedCallCause.Retiring : RejectedCallCause.Blocked, blocked);
    }

    /// <summary>Other calls of the same device kept winning.</summary>
    public sealed record Busy : CallOutcome;
}
