using MamConsole.Server.Ui;

namespace MamConsole.Server.Sessions.Pages;

/// <summary>The badges of sessions and of transcript lines.</summary>
internal static class SessionBadges
{
    public static (StatusKind Kind, string Word) Of(SessionRow row) =>
        row switch
        {
            { Mark: LineMark.Bad } => (StatusKind.Failed, "Rejected"),
            { Ending: "lost" } => (StatusKind.Unknown, "Interrupted"),
            { Ending: "open" } => (StatusKind.Unknown, "In progress"),
            { Ending: "aborted" } => (StatusKind.Unknown, "Aborted"),
            { Ending: "replaced" } => (StatusKind.Unknown, "Replaced"),
            { Ending: "unenrolled" } => (StatusKind.Cannot, "Unenrolled"),
            { Unanswered: > 0 } => (StatusKind.Unknown, "No response"),
            { Kind: "enrollment" } => (StatusKind.Ready, "Enrolled"),
            { Wrote: 0, Requested: 0 } => (StatusKind.Ready, "Nothing to do"),
            _ => (StatusKind.Ready, "Done"),
        };

    public static StatusKind Of(LineMark mark) =>
        mark switch
        {
            LineMark.Good => StatusKind.Ready,
            LineMark.Bad => StatusKind.Failed,
            _ => StatusKind.Unknown,
        };
}
