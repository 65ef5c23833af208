using MamConsole.Server.Storage;

namespace MamConsole.Server.Fleet;

/// <summary>Everything that hangs on an enrollment, in the order in which it can go.</summary>
internal static class EnrollmentRows
{
    /// <summary>Tables with a column <c>enrollment_key</c> of their own; a test compares them with the database.</summary>
    public static readonly string[] Tables =
    [
        "conversations",
        "device_deviations",
        "acknowledgements",
        "sync_sessions",
        "device_facts",
        "device_commands",
        "enrollment_origins",
        "device_state",
    ];

    /// <summary>Removes an ended enrollment for good.</summary>
    public static async Task DeleteAsync(Transaction tx, long enrollmentKey)
    {
        await tx.ExecuteAsync(
            "DELETE FROM conversation_messages WHERE conversation_key IN (SELECT conversation_key FROM conversations WHERE "
                + "enrollment_key = @enrollmentKey)",
            new { enrollmentKey }
        );
        foreach (var table in Tables)
        {
            await tx.ExecuteAsync($"DELETE FROM {table} WHERE enrollment_key = @enrollmentKey", new { enrollmentKey });
        }

        await tx.ExecuteAsync(
            "DELETE FROM enrollments WHERE enrollment_key = @enrollmentKey AND ended_at IS NOT NULL",
            new { enrollmentKey }
        );
    }
}
