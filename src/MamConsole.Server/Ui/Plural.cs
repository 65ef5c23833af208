using System.Globalization;

namespace MamConsole.Server.Ui;

/// <summary>Formats numbers with nouns in singular or plural.</summary>
internal static class Plural
{
    private static readonly CultureInfo English = CultureInfo.GetCultureInfo("en-GB");

    /// <summary>"1 warning", "2 warnings", "1,204 PCs".</summary>
    public static string Of(long count, string one, string? many = null) => $"{Number(count)} {(count == 1 ? one : many ?? one + "s")}";

    /// <summary>"1,204".</summary>
    public static string Number(long count) => count.ToString("N0", English);
}
