namespace MamConsole.Server.Storage;

/// <summary>Search texts for LIKE: <c>lower(column) LIKE lower(@text) ESCAPE '\'</c>, the same on both databases.</summary>
internal static class LikePattern
{
    /// <summary>Ends the condition.</summary>
    public const string Escape = @"ESCAPE '\'";

    /// <summary>Finds the text anywhere; its own signs stand for themselves.</summary>
    public static string Containing(string text) => $"%{Literally(text)}%";

    // PostgreSQL takes no NUL in any text, so nothing can hold one: a sign that stands nowhere keeps the search empty.
    private static string Literally(string text) =>
        text.Replace('\0', '\uFFFF')
            .Replace(@"\", @"\\", StringComparison.Ordinal)
            .Replace("%", @"\%", StringComparison.Ordinal)
            .Replace("_", @"\_", StringComparison.Ordinal);
}
