using MamConsole.PolicyEngine;
using MamConsole.PolicyEngine.Authoring;
using MamConsole.PolicyEngine.Eas;
using MamConsole.PolicyEngine.Facts;
using MamConsole.PolicyEngine.Values;
using MamConsole.Server.Outcomes;
using MamConsole.Server.Secrets;

namespace MamConsole.Server.Policies.Pages.Panels;

/// <summary>What stands around a panel: the version in force, to mark what is new, and the nodes, to show the wire.</summary>
/// <param name="Published">The document in force; null before the first publish.</param>
/// <param name="PublishedName">How to call it: "version 7".</param>
/// <param name="Nodes">What would be sent; null while something blocks.</param>
/// <param name="Draft">The whole draft, for sentences that hang on other areas.</param>
public sealed record PanelFrame(WrittenPolicy? Published, string PublishedName, CompiledPolicy? Nodes, WrittenPolicy Draft)
{
    public static readonly PanelFrame Empty = new(null, "published", null, new WrittenPolicy());

    /// <summary>The policy; empty outside its page.</summary>
    public string PolicyId { get; init; } = "";

    /// <summary>What Exchange asks for, as somebody recorded it.</summary>
    public EasPolicy Exchange { get; init; } = EasPolicy.Empty;

    /// <summary>Keeps a .pfx file with its password; null where nothing can be edited.</summary>
    public Func<byte[], string, Task<Outcome<StoredPfx>>>? StorePfx { get; init; }

    /// <summary>Facts about the PCs that would get it; null where nobody counted.</summary>
    public FleetFacts? Fleet { get; init; }

    /// <summary>The value of the node whose LocURI ends like this, as it would be sent.</summary>
    public string? Wire(string end) =>
        Nodes?.Nodes.FirstOrDefault(n => n.LocUri.EndsWith(end, StringComparison.Ordinal)) is { } node
            ? SecretPlaceholder.Hide(node.Value)
            : null;
}
