using System.Globalization;

namespace MamConsole.Server.Fleet;

/// <summary>The public ids of session records, as in pages and the API.</summary>
internal static class SessionIds
{
    /// <summary>The id of a record.</summary>
    public static string Of(long key) => key.ToString(CultureInfo.InvariantCulture);

    /// <summary>The id of the session in which a setting error or drift was detected; null when its record was removed.</summary>
    public static string? Of(IReadOnlyDictionary<(string SessionId, DateTimeOffset At), long> sessions, KnownSettingDeviation known) =>
        sessions.TryGetValue((known.SessionId, known.Since), out var key) ? Of(key) : null;
}
