using System.Diagnostics;

namespace MamConsole.Server.Sync;

/// <summary>
/// The spans of management sessions: one span for each message, because each is a request of its own; the session id joins them.
/// </summary>
internal static class SyncTracing
{
    /// <summary>The source's name.</summary>
    public const string SourceName = "MamConsole.Sync";

    /// <summary>A message from its first byte to its response.</summary>
    public const string Message = "mam.sync";

    /// <summary>The validation of the device token.</summary>
    public const string ValidateToken = "mam.sync.validate_token";

    /// <summary>The commit before the response, including the wait for its group.</summary>
    public const string Commit = "mam.sync.commit";

    /// <summary>The <c>SessionID</c> of the message, as the device chose it.</summary>
    public const string SessionId = "mamconsole.session.id";

    /// <summary>The <c>MsgID</c> of the message.</summary>
    public const string MessageId = "mamconsole.message.id";

    /// <summary>The kind of the message within its session: a <see cref="Protocol.Session.PackageKind"/>.</summary>
    public const string Kind = "mamconsole.message.kind";

    /// <summary>The number of commands in the response.</summary>
    public const string Commands = "mamconsole.commands";

    /// <summary>The policy that the device is assigned to.</summary>
    public const string PolicyId = "mamconsole.policy.id";

    /// <summary>The number of that policy's version.</summary>
    public const string PolicyVersion = "mamconsole.policy.version";

    /// <summary>The name of a <see cref="Audit.RejectedCallCause"/>.</summary>
    public const string RejectedCallCause = "mamconsole.rejected_call.cause";

    public static readonly ActivitySource Source = new(SourceName);

    /// <summary>The span of the current message; null while traces are not collected.</summary>
    public static Activity? Current => Activity.Current is { } span && ReferenceEquals(span.Source, Source) ? span : null;
}
