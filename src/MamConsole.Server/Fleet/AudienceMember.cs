using Dapper;
using MamConsole.PolicyEngine;
using MamConsole.PolicyEngine.Assignment;
using MamConsole.PolicyEngine.Versions.Effects;
using MamConsole.PolicyEngine.Values;
using MamConsole.Server.Storage;

namespace MamConsole.Server.Fleet;

/// <summary>A device of an audience, with what pages go by.</summary>
internal sealed class AudienceMember
{
    public required long EnrollmentKey { get; init; }
    public required string SortName { get; init; }
}
