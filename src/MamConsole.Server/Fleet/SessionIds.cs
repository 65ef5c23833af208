using System.Globalization;

namespace MamConsole.Server.Fleet;

/// <summary>The ids of session records as people and the API see them.</summary>
internal static class SessionIds
{
    /// <summary>The id of a record.</summary>
    public static string Of(long key) => key.ToString(CultureInfo.InvariantCulture);

    /// <summary>The id of the session that brought a deviation; null when its record is gone.</summary>
    public static string? Of(IReadOnlyDictionary<(string SessionId, DateTimeOffset At), long> sessions, KnownSettingDeviation known) =>
        sessions.TryGetValue((known.SessionId, known.Since), out var key) ? Of(key) : null;
}
