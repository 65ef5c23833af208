namespace MamConsole.Server.Storage;

/// <summary>Search texts for LIKE: <c>lower(column) LIKE lower(@text) ESCAPE '\'</c>, the same on both databases.</summary>
internal static class LikePattern
{
    /// <summary>The end of the condition.</summary>
    public const string Escape = @"ESCAPE '\'";

    /// <summary>A pattern that finds the text anywhere; special characters of LIKE in the text are escaped.</summary>
    public static string Containing(string text) => $"%{Literally(text)}%";

    // PostgreSQL accepts no NUL in text, so no column contains one; a character that is never stored makes the search find nothing.
    private static string Literally(string text) =>
        text.Replace('\0', '\uFFFF')
            .Replace(@"\", @"\\", StringComparison.Ordinal)
            .Replace("%", @"\%", StringComparison.Ordinal)
            .Replace("_", @"\_", StringComparison.Ordinal);
}
