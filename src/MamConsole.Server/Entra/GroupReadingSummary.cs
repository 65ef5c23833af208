namespace MamConsole.Server.Entra;

/// <summary>A summary of the group reads of all people with a device.</summary>
/// <param name="NeverRead">The number of people whose groups were never read.</param>
/// <param name="Failing">The number of people whose last read failed.</param>
/// <param name="Oldest">The time of the oldest groups in use; null when there are none.</param>
internal sealed record GroupReadingSummary(int NeverRead, int Failing, DateTimeOffset? Oldest);
