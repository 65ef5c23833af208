using System.Collections.Immutable;
using MamConsole.Protocol.Session;
using MamConsole.Protocol.SyncML;

namespace MamConsole.Simulator.Tree;

/// <summary>The management tree of one device: its profile, the written nodes, and the conditions that prevent writing.</summary>
/// <remarks>Immutable: every change returns another tree.</remarks>
public sealed record WindowsTree : ManagementTree
{
    /// <summary>The device that the tree belongs to.</summary>
    public required DeviceProfile Profile { get; init; }

    /// <summary>The written nodes, by path without <c>/Device</c>; null for interior nodes.</summary>
    public ImmutableSortedDictionary<string, string?> Values { get; init; } =
        ImmutableSortedDictionary.Create<string, string?>(StringComparer.Ordinal);

    /// <summary>
    /// Whether the enrolled user is signed in. Otherwise, commands on nodes under <c>./User</c> return 405 (docs/reference/protocol.md
    /// §3.12).
    /// </summary>
    public bool UserSignedIn { get; init; } = true;

    /// <summary>The nodes that this device rejects changes of even if the command is valid.</summary>
    public ImmutableArray<NodeRejection> Rejections { get; init; } = [];

    /// <summary>
    /// The values of Group Policy by <c>Area/Name</c>. They override the values under Policy/Config and appear under Policy/Result
    /// (docs/reference/wip-authoring.md §6).
    /// </summary>
    public ImmutableSortedDictionary<string, string> GroupPolicy { get; init; } =
        ImmutableSortedDictionary.Create<string, string>(StringComparer.Ordinal);

    /// <summary>
    /// The status for providers that MAM may not use. Which one real clients return is unknown (docs/reference/protocol.md §9.9).
    /// </summary>
    public StatusCode BlockedProvider { get; init; } = StatusCode.NotFound;

    /// <summary>Whether NetworkIsolation exists on the Home edition (docs/reference/wip-authoring.md §6: doubtful).</summary>
    public bool NetworkIsolationOnHome { get; init; } = true;

    /// <summary>
    /// Whether Status bit 3 requires the five settings of the provider's page instead of mode and identities
    /// (docs/reference/wip-authoring.md §1).
    /// </summary>
    public bool CountsFiveMandatorySettings { get; init; }

    /// <summary>
    /// The value of Reporting's Logs: the document in which Windows records access to work data (docs/reference/device-reporting.md §5).
    /// </summary>
    public string WorkDataLog { get; init; } = """<Reporting Version="com.contoso/2.0/MDM/Reporting"/>""";

    /// <inheritdoc />
    public override TreeAnswer Execute(NodeVerb verb, SyncItem item)
    {
        ArgumentNullException.ThrowIfNull(item);
        if (NodePath.Parse(item.Target) is not { } path)
        {
            return new TreeAnswer(this, StatusCode.BadRequest, WindowsErrors.InvalidArgument);
        }

        if (verb != NodeVerb.Get && Rejections.FirstOrDefault(rejection => rejection.Covers(path.Text)) is { } rejected)
        {
            return new TreeAnswer(this, rejected.Code, rejected.OriginalError);
        }

        if (NodeIndex.Root.Find(path)?.Rule is not { } rule || !IsHere(rule))
        {
            return MamProviders.Allow(path)
                ? NotFound
                : new TreeAnswer(
                    this,
                    BlockedProvider,
                    BlockedProvider == StatusCode.NotFound ? WindowsErrors.NodeNotFound : WindowsErrors.AccessDenied
                );
        }

        if (path.IsUser && !UserSignedIn)
        {
            return new TreeAnswer(this, StatusCode.NotAllowed, WindowsErrors.NotSupported);
        }

        return new NodeCommand(this, path, rule).Execute(verb, item);
    }

    /// <summary>Returns the value that a Get of this LocURI returns; null when there is none.</summary>
    public string? Read(string locUri)
    {
        var path = NodePath.Of(locUri);
        return NodeIndex.Root.Find(path)?.Rule is { IsInterior: false } rule ? ValueOf(path, rule) : null;
    }

    internal TreeAnswer NotFound => new(this, StatusCode.NotFound, WindowsErrors.NodeNotFound);

    /// <summary>Writes a node without applying the rules, as Windows itself does, for example at enrollment.</summary>
    internal WindowsTree Put(string locUri, string? value) => this with { Values = Values.SetItem(NodePath.Of(locUri).Text, value) };

    internal string? Stored(string locUri) => Values.GetValueOrDefault(locUri);

    internal bool IsHere(NodeRule rule) =>
        Profile.Build >= rule.MinimumBuild
        && (
            !rule.HomeInDoubt
            || NetworkIsolationOnHome
            || Profile.Edition is not (WindowsEdition.Home or WindowsEdition.HomeN or WindowsEdition.HomeSingleLanguage)
        );

    /// <summary>Returns whether a node currently exists. Fixed nodes exist whenever their parent does.</summary>
    internal bool Exists(NodePath path)
    {
        if (Values.ContainsKey(path.Text))
        {
            return true;
        }

        if (NodeIndex.Root.Find(path) is not { } index || (path.Parent is { } parent && !Exists(parent)))
        {
            return false;
        }

        // A segment without a rule, such as Vendor, only contains other nodes.
        return index.Rule is not { } rule || (rule.Permanent && IsHere(rule) && (rule.Read is null || rule.Read(this, path) is not null));
    }

    internal string? ValueOf(NodePath path, NodeRule rule) =>
        rule.Read is { } read ? read(this, path)
        : Values.TryGetValue(path.Text, out var value) ? value
        : path.Parent is { } parent && Exists(parent) ? rule.Default
        : null;
}
