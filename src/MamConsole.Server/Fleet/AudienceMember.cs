namespace MamConsole.Server.Fleet;

/// <summary>A device of an audience, with the sort key of the pages.</summary>
internal sealed class AudienceMember
{
    public required long EnrollmentKey { get; init; }
    public required string SortName { get; init; }
}
