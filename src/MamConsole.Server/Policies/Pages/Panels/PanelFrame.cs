using MamConsole.PolicyEngine;
using MamConsole.PolicyEngine.Authoring;
using MamConsole.PolicyEngine.Eas;
using MamConsole.PolicyEngine.Facts;
using MamConsole.PolicyEngine.Values;
using MamConsole.Server.Outcomes;
using MamConsole.Server.Secrets;

namespace MamConsole.Server.Policies.Pages.Panels;

/// <summary>The context of a panel: the version in force, to mark new values, and the nodes, to show the values that are sent.</summary>
/// <param name="Published">The document in force; null before the first publication.</param>
/// <param name="PublishedName">Its display name, such as "version 7".</param>
/// <param name="Nodes">The nodes that would be sent; null while a finding blocks publishing.</param>
/// <param name="Draft">The whole draft, for sentences that depend on other areas.</param>
public sealed record PanelFrame(WrittenPolicy? Published, string PublishedName, CompiledPolicy? Nodes, WrittenPolicy Draft)
{
    public static readonly PanelFrame Empty = new(null, "published", null, new WrittenPolicy());

    /// <summary>The policy's id; empty outside of its page.</summary>
    public string PolicyId { get; init; } = "";

    /// <summary>The recorded Exchange policy; empty when none is recorded.</summary>
    public EasPolicy Exchange { get; init; } = EasPolicy.Empty;

    /// <summary>Stores a .pfx file with its password; null when nothing can be edited.</summary>
    public Func<byte[], string, Task<Outcome<StoredPfx>>>? StorePfx { get; init; }

    /// <summary>Facts about the PCs that would get the policy; null when they were not counted.</summary>
    public FleetFacts? Fleet { get; init; }

    /// <summary>The value that would be sent for the node with a LocURI that ends with this text.</summary>
    public string? Wire(string end) =>
        Nodes?.Nodes.FirstOrDefault(n => n.LocUri.EndsWith(end, StringComparison.Ordinal)) is { } node
            ? SecretPlaceholder.Hide(node.Value)
            : null;
}
