using MamConsole.PolicyEngine;
using MamConsole.PolicyEngine.Facts;
using MamConsole.PolicyEngine.Statements;
using MamConsole.PolicyEngine.Values;
using MamConsole.PolicyEngine.Versions;

namespace MamConsole.Server.Policies;

/// <summary>The findings, changes and nodes of a draft, as publishing would apply them.</summary>
public sealed record DraftReview
{
    /// <summary>The policy, with the reviewed draft as its draft.</summary>
    public required PolicyDetail Policy { get; init; }

    public required PolicyReview Review { get; init; }

    /// <summary>The changes compared with the version in force.</summary>
    public required ChangeList Changes { get; init; }

    /// <summary>The nodes that devices would receive; null when a finding blocks publishing.</summary>
    public CompiledPolicy? Nodes { get; init; }

    /// <summary>Facts about the PCs that would get the policy; null when they were not counted.</summary>
    public FleetFacts? Fleet { get; init; }

    /// <summary>The platform limitations that apply to the draft and that no setting changes.</summary>
    public ValueList<PlatformLimitation> Limitations { get; init; } = [];

    /// <summary>The text to type to publish the draft; null when no rule finds danger.</summary>
    public string? RequiredConfirmation { get; init; }
}
