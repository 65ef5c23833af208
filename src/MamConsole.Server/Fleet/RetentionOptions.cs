using MamConsole.Server.Settings;

namespace MamConsole.Server.Fleet;

/// <summary>
/// How long history is retained (section <c>Retention</c>). The minimums are what an audit or a help desk needs; values are validated when
/// the server starts.
/// </summary>
internal sealed record RetentionOptions
{
    public const string Section = "Retention";

    /// <summary>The retention of a session in days, 1 to 3,650.</summary>
    [ConfigurationKeyName("ConversationDays")]
    public int SessionDays { get; init; } = 30;

    /// <summary>
    /// The maximum number of newest sessions that are retained per device, 5 to 1,000; the session of the enrollment is retained in
    /// addition.
    /// </summary>
    [ConfigurationKeyName("ConversationsPerDevice")]
    public int SessionsPerDevice { get; init; } = 50;

    /// <summary>
    /// Whether each idle session is stored in full; otherwise consecutive idle sessions that are alike are counted in one entry.
    /// </summary>
    public bool RecordIdleSessions { get; init; }

    /// <summary>The retention in days of an ended enrollment and its acknowledgements, 90 to 3,650; 0 = forever.</summary>
    public int EndedEnrollmentDays { get; init; } = 365;

    /// <summary>The retention of audit events in days, at least 365; 0 = forever.</summary>
    public int AuditDays { get; init; }

    public static RetentionOptions From(IConfiguration? configuration) =>
        configuration?.ReadSettings<RetentionOptions>(Section) ?? new RetentionOptions();
}
