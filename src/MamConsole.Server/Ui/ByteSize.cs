using System.Globalization;

namespace MamConsole.Server.Ui;

/// <summary>Sizes as text, with units in steps of 1,000: "2.1 GB".</summary>
internal static class ByteSize
{
    private static readonly string[] Units = ["bytes", "KB", "MB", "GB", "TB"];

    public static string Of(long bytes)
    {
        var (size, unit) = ((double)bytes, 0);
        while (size >= 1000 && unit < Units.Length - 1)
        {
            (size, unit) = (size / 1000, unit + 1);
        }

        var number = size.ToString(unit == 0 || size >= 10 ? "0" : "0.0", CultureInfo.InvariantCulture);
        return $"{number} {Units[unit]}";
    }
}
