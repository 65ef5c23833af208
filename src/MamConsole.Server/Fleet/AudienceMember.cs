namespace MamConsole.Server.Fleet;

/// <summary>A device of an audience, with what pages go by.</summary>
internal sealed class AudienceMember
{
    public required long EnrollmentKey { get; init; }
    public required string SortName { get; init; }
}
