using System.Globalization;

namespace MamConsole.PolicyEngine.Eas;

/// <summary>The value of a policy in one dimension, short and with its unit.</summary>
public static class LockWording
{
    public static string Of(LockDimension dimension, LockSettings settings)
    {
        ArgumentNullException.ThrowIfNull(settings);
        return dimension switch
        {
            _ when dimension == LockDimension.Password => settings.Password ? "required" : "not required",
            _ when dimension == LockDimension.Simple => settings.SimpleAllowed ? "allowed" : "not allowed",
            _ when dimension == LockDimension.Length => settings.MinLength == 0 ? "no minimum" : Unit(settings.MinLength, "character"),
            _ when dimension == LockDimension.Groups => settings.Groups == 1 ? "any" : $"at least {settings.Groups}",
            _ when dimension == LockDimension.Idle => settings.IdleSeconds is { } seconds ? Time(seconds) : "never",
            _ when dimension == LockDimension.Failed => settings.Failed is { } tries ? Unit(tries, "attempt") : "no limit",
            _ when dimension == LockDimension.Expiry => settings.ExpireDays is { } days ? $"after {Unit(days, "day")}" : "never",
            _ when dimension == LockDimension.History => settings.History == 0 ? "none" : Unit(settings.History, "password"),
            _ => settings.Encryption ? "required" : "not required",
        };
    }

    /// <summary>Formats a time in both units in use: "5 minutes (300 seconds)", "90 seconds (1 min 30 s)", "30 seconds".</summary>
    public static string Time(long seconds) =>
        (seconds / 60, seconds % 60) switch
        {
            (0, _) => Unit(seconds, "second"),
            var (minutes, rest) when rest == 0 => $"{Unit(minutes, "minute")} ({Unit(seconds, "second")})",
            var (minutes, rest) => $"{Unit(seconds, "second")} ({minutes} min {rest} s)",
        };

    /// <summary>Joins labels for sentences: "“Maximum inactivity time until lock” and “Minimum password length”".</summary>
    public static string List(IEnumerable<LockDimension> dimensions)
    {
        var names = dimensions.Select(dimension => $"“{dimension.Label}”").ToArray();
        return names.Length < 2 ? string.Concat(names) : $"{string.Join(", ", names[..^1])} and {names[^1]}";
    }

    private static string Unit(long count, string one, string? many = null) =>
        string.Create(CultureInfo.InvariantCulture, $"{count} {(count == 1 ? one : many ?? one + "s")}");
}
