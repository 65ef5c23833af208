using System.Globalization;

namespace MamConsole.Server.Ui;

/// <summary>Formats relative and exact times as text.</summary>
public static class RelativeTime
{
    private static readonly CultureInfo English = CultureInfo.GetCultureInfo("en-GB");

    /// <summary>"34 minutes ago", "in 46 minutes"; a difference below ten seconds is "just now".</summary>
    public static string Words(DateTimeOffset at, DateTimeOffset now)
    {
        var distance = now - at;
        return distance.Duration() < TimeSpan.FromSeconds(10) ? "just now"
            : distance > TimeSpan.Zero ? $"{Span(distance)} ago"
            : $"in {Span(distance.Negate())}";
    }

    /// <summary>"14 min", "3 days": for a column with a heading that explains the age.</summary>
    public static string Short(DateTimeOffset at, DateTimeOffset now)
    {
        var age = (now - at).Duration();
        return age < TimeSpan.FromSeconds(10) ? "now"
            : age < TimeSpan.FromMinutes(1) ? $"{(int)age.TotalSeconds} s"
            : age < TimeSpan.FromHours(1) ? $"{(int)age.TotalMinutes} min"
            : age < TimeSpan.FromDays(1) ? $"{(int)age.TotalHours} h"
            : Count((int)age.TotalDays, "day");
    }

    /// <summary>"23 November 2026, 09:46:12" in the viewer's time zone.</summary>
    public static string Exact(DateTimeOffset at, TimeZoneInfo zone) =>
        TimeZoneInfo.ConvertTime(at, zone).ToString("d MMMM yyyy, HH:mm:ss", English);

    /// <summary>"23 November 2026".</summary>
    public static string Day(DateTimeOffset at, TimeZoneInfo zone) => TimeZoneInfo.ConvertTime(at, zone).ToString("d MMMM yyyy", English);

    private static string Span(TimeSpan age) =>
        age < TimeSpan.FromMinutes(1) ? Count((int)age.TotalSeconds, "second")
        : age < TimeSpan.FromHours(1) ? Count((int)age.TotalMinutes, "minute")
        : age < TimeSpan.FromDays(1) ? Count((int)age.TotalHours, "hour")
        : Count((int)age.TotalDays, "day");

    private static string Count(int n, string unit) => n == 1 ? $"1 {unit}" : $"{n.ToString("N0", English)} {unit}s";
}
