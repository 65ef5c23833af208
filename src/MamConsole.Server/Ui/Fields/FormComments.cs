using MamConsole.PolicyEngine.Authoring;

namespace MamConsole.Server.Ui.Fields;

/// <summary>The reasons beside the settings of the form that is being edited; cascades to every field, which shows its own.</summary>
/// <param name="Written">As they stand in the draft; null when nobody wrote any.</param>
/// <param name="Write">Puts a reason to a setting, by path; an empty text takes it away.</param>
public sealed record FormComments(FieldComments? Written, Func<string, string, Task> Write);
