namespace MamConsole.Server.PolicyAudiences;

/// <summary>How fresh the groups are.</summary>
/// <param name="NeverRead">People with a PC whose groups were never read: they count as members of none.</param>
/// <param name="Failing">People whose last reading failed: what was read before counts.</param>
/// <param name="Oldest">The oldest reading in use.</param>
public sealed record AudienceGroups(int NeverRead, int Failing, DateTimeOffset? Oldest);
