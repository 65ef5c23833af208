using MamConsole.Server.Fleet;
using MamConsole.Server.Storage;

namespace MamConsole.Server.Enrollment;

/// <summary>Puts an exchange that enrolled a device on record, before its answer leaves.</summary>
internal sealed class EnrollmentRecord(Database database, SessionLog log, TimeProvider time)
{
    /// <param name="enrollmentId">The enrollment that the exchange made.</param>
    /// <param name="request">As it came.</param>
    /// <param name="answer">As it will leave.</param>
    /// <param name="began">The timestamp of when it came.</param>
    /// <param name="ct">Cancels the write.</param>
    public Task WriteAsync(string enrollmentId, ReadOnlyMemory<byte> request, byte[] answer, long began, CancellationToken ct)
    {
        var duration = time.GetElapsedTime(began);
        var at = (time.GetUtcNow() - duration).ToInstant();
        return database.CommitAsync(
            async tx =>
            {
                await log.AddEnrollmentAsync(tx, enrollmentId, request, answer, at, duration, ct);
                return true;
            },
            ct
        );
    }
}
