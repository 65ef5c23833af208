using MamConsole.PolicyEngine.Authoring;

namespace MamConsole.Server.Ui.Fields;

/// <summary>The comments on the settings of the form; cascades to every field, which shows its own.</summary>
/// <param name="Written">The comments of the draft; null when there are none.</param>
/// <param name="Write">Sets the comment of a setting, by path; an empty text removes it.</param>
public sealed record FormComments(FieldComments? Written, Func<string, string, Task> Write);
