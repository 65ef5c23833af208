using MamConsole.PolicyEngine.Assignment;

namespace MamConsole.Server.Policies;

/// <summary>The version in force of a policy, as assignment uses it.</summary>
internal sealed record ActivePolicy
{
    /// <summary>The database key. An older policy has a smaller key.</summary>
    public required long PolicyKey { get; init; }

    public required string PolicyId { get; init; }

    public required string Name { get; init; }

    public required long VersionId { get; init; }

    public required int Number { get; init; }

    /// <summary>Which version of which policy it is.</summary>
    public VersionRef Ref => new(PolicyId, Number);

    public required AssignmentSettings Assignment { get; init; }

    /// <summary>Whether it turns WIP on.</summary>
    public required bool EnforcesWip { get; init; }

    /// <summary>The policy in the form that assignment matches devices against.</summary>
    public AssignmentCandidate Candidate => field ??= new AssignmentCandidate(Name, PolicyKey, AssignmentRule.Of(Assignment));
}
