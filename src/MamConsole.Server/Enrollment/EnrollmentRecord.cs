using MamConsole.Server.Fleet;
using MamConsole.Server.Storage;

namespace MamConsole.Server.Enrollment;

/// <summary>Records an exchange that enrolled a device, before its response is sent.</summary>
internal sealed class EnrollmentRecord(Database database, SessionLog log, TimeProvider time)
{
    /// <param name="enrollmentId">The enrollment that the exchange created.</param>
    /// <param name="request">The body of the request.</param>
    /// <param name="answer">The body of the response.</param>
    /// <param name="began">The timestamp at which the request was received.</param>
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
