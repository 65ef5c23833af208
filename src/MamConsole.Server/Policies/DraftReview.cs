using MamConsole.PolicyEngine;
using MamConsole.PolicyEngine.Facts;
using MamConsole.PolicyEngine.Statements;
using MamConsole.PolicyEngine.Values;
using MamConsole.PolicyEngine.Versions;

namespace MamConsole.Server.Policies;

/// <summary>What publishing a draft would mean.</summary>
public sealed record DraftReview
{
    /// <summary>The policy with the reviewed draft.</summary>
    public required PolicyDetail Policy { get; init; }

    public required PolicyReview Review { get; init; }

    /// <summary>Against the version in force.</summary>
    public required ChangeList Changes { get; init; }

    /// <summary>What devices would be sent; null while anything blocks.</summary>
    public CompiledPolicy? Nodes { get; init; }

    /// <summary>The PCs that would get it; null where nobody counted.</summary>
    public FleetFacts? Fleet { get; init; }

    /// <summary>What no setting changes and people must know.</summary>
    public ValueList<PlatformLimitation> Limitations { get; init; } = [];

    /// <summary>What must be typed to publish it; null when no rule finds danger.</summary>
    public string? RequiredConfirmation { get; init; }
}
