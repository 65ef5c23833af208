namespace MamConsole.Server.Ui.Fields;

/// <summary>One of a few answers.</summary>
/// <param name="Value">What it stands for.</param>
/// <param name="Text">Its name.</param>
/// <param name="Means">What choosing it does, where the name alone does not say.</param>
public sealed record Choice<T>(T Value, string Text, string? Means = null);

/// <summary>Answers that many settings share.</summary>
public static class Choices
{
    /// <summary>Yes, no, or nothing said: then Windows, or another authority, decides.</summary>
    public static IReadOnlyList<Choice<bool?>> YesNo(string yes = "Yes", string no = "No", string unset = "Not set") =>
        [new(null, unset), new(true, yes), new(false, no)];
}
