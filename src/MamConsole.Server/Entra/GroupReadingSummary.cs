namespace MamConsole.Server.Entra;

/// <summary>How the readings stand over everybody who has a device.</summary>
/// <param name="NeverRead">People whose groups were never read.</param>
/// <param name="Failing">People whose last reading failed.</param>
/// <param name="Oldest">The oldest reading in use; null when there is none.</param>
internal sealed record GroupReadingSummary(int NeverRead, int Failing, DateTimeOffset? Oldest);
