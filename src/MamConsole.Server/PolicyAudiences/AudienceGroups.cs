namespace MamConsole.Server.PolicyAudiences;

/// <summary>How current the group memberships are that an audience is based on.</summary>
/// <param name="NeverRead">The number of people with a PC whose groups were never read: they count as members of no group.</param>
/// <param name="Failing">The number of people with a failed last read: the previous result applies.</param>
/// <param name="Oldest">When the oldest result in use was read.</param>
public sealed record AudienceGroups(int NeverRead, int Failing, DateTimeOffset? Oldest);
