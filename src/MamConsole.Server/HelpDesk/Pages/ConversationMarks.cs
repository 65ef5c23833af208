using MamConsole.Server.Ui;

namespace MamConsole.Server.HelpDesk.Pages;

/// <summary>Conversations and their lines as words and marks.</summary>
internal static class ConversationMarks
{
    public static (MarkKind Kind, string Word) Of(ConversationRow row) =>
        row switch
        {
            { Mark: LineMark.Bad } => (MarkKind.Failed, "Refused"),
            { Ending: "lost" } => (MarkKind.Unknown, "Broke off"),
            { Ending: "open" } => (MarkKind.Unknown, "Going on"),
            { Ending: "aborted" } => (MarkKind.Unknown, "Given up"),
            { Ending: "replaced" } => (MarkKind.Unknown, "Begun anew"),
            { Ending: "unenrolled" } => (MarkKind.Cannot, "Left"),
            { Unanswered: > 0 } => (MarkKind.Unknown, "Unanswered"),
            { Kind: "enrollment" } => (MarkKind.Ready, "Enrolled"),
            { Wrote: 0, Asked: 0 } => (MarkKind.Ready, "Nothing due"),
            _ => (MarkKind.Ready, "Done"),
        };

    public static MarkKind Of(LineMark mark) =>
        mark switch
        {
            LineMark.Good => MarkKind.Ready,
            LineMark.Bad => MarkKind.Failed,
            _ => MarkKind.Unknown,
        };
}
