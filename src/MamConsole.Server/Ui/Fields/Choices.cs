namespace MamConsole.Server.Ui.Fields;

/// <summary>Options that several settings share.</summary>
public static class Choices
{
    /// <summary>Yes, no, or not set; then Windows, or another authority, decides.</summary>
    public static IReadOnlyList<Choice<bool?>> YesNo(string yes = "Yes", string no = "No", string unset = "Not set") =>
        [new(null, unset), new(true, yes), new(false, no)];
}
