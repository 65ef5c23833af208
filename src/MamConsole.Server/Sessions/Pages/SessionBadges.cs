using MamConsole.Server.Ui;

namespace MamConsole.Server.Sessions.Pages;

/// <summary>Sessions and their lines as words and marks.</summary>
internal static class SessionBadges
{
    public static (StatusKind Kind, string Word) Of(SessionRow row) =>
        row switch
        {
            { Mark: LineMark.Bad } => (StatusKind.Failed, "Refused"),
            { Ending: "lost" } => (StatusKind.Unknown, "Broke off"),
            { Ending: "open" } => (StatusKind.Unknown, "Going on"),
            { Ending: "aborted" } => (StatusKind.Unknown, "Given up"),
            { Ending: "replaced" } => (StatusKind.Unknown, "Begun anew"),
            { Ending: "unenrolled" } => (StatusKind.Cannot, "Left"),
            { Unanswered: > 0 } => (StatusKind.Unknown, "Unanswered"),
            { Kind: "enrollment" } => (StatusKind.Ready, "Enrolled"),
            { Wrote: 0, Requested: 0 } => (StatusKind.Ready, "Nothing due"),
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
