using MamConsole.Server.Storage;

namespace MamConsole.Server.Fleet;

/// <summary>The tables with rows of an enrollment, in the order in which the rows can be deleted.</summary>
internal static class EnrollmentRows
{
    /// <summary>The tables that have a column <c>enrollment_key</c>; a test compares them with the database.</summary>
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

    /// <summary>Deletes an ended enrollment and all its rows permanently.</summary>
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
