using MamConsole.Server.Settings;

namespace MamConsole.Server.Fleet;

/// <summary>
/// How long history is kept (section <c>Retention</c>). The floors are what an auditor or a help desk needs at least; values were checked
/// when the server started.
/// </summary>
internal sealed record RetentionOptions
{
    public const string Section = "Retention";

    /// <summary>Days that a session is kept, 1 to 3,650.</summary>
    [ConfigurationKeyName("ConversationDays")]
    public int SessionDays { get; init; } = 30;

    /// <summary>
    /// How many of its newest sessions each device keeps at most, 5 to 1,000; the enrollment's own is kept beside them.
    /// </summary>
    [ConfigurationKeyName("ConversationsPerDevice")]
    public int SessionsPerDevice { get; init; } = 50;

    /// <summary>
    /// Whether each session with nothing to do is kept in full; else those in a row that are alike are counted in one entry.
    /// </summary>
    public bool RecordIdleSessions { get; init; }

    /// <summary>Days that an ended enrollment stays readable with all that it acknowledged, 90 to 3,650; 0 = for ever.</summary>
    public int EndedEnrollmentDays { get; init; } = 365;

    /// <summary>Days that audit events are kept, at least 365; 0 = for ever.</summary>
    public int AuditDays { get; init; }

    public static RetentionOptions From(IConfiguration? configuration) =>
        configuration?.ReadSettings<RetentionOptions>(Section) ?? new RetentionOptions();
}
