using MamConsole.PolicyEngine.Nodes;
using MamConsole.Protocol.Csp;

namespace MamConsole.PolicyEngine.Deployment;

/// <summary>
/// Defines which nodes form a group. The nodes of one client certificate are added in one Atomic and deleted with their parent node
/// (docs/reference/csp-catalog.json, ClientCertificateInstall: children atomically, the import or the enrollment last). The parent's name
/// is derived from all of its content: with any change a new name is added and the old one deleted, so that nothing in the group is ever
/// replaced.
/// </summary>
internal static class NodeGroups
{
    private const string Certificates = "/ClientCertificateInstall/";

    /// <summary>Leaves that are deleted together with the node that was created for them, so that no empty parent stays.</summary>
    private static readonly string[] RemovedWithParent = ["/EncodedCertificate", "/WlanXml", "/ProfileXML"];

    /// <summary>Trees in which the server creates parent nodes: the first Add below them creates them.</summary>
    private static readonly string[] DynamicTrees =
    [
        "/AppLocker/",
        "/PassportForWork/",
        Certificates,
        "/RootCATrustedCertificates/",
        "/WiFi/Profile/",
        "/VPNv2/",
    ];

    /// <summary>
    /// Returns the parent node of the group: <c>…/PFXCertInstall/{id}</c>, <c>…/SCEP/{id}</c>; null for a node without a group.
    /// </summary>
    public static string? RootOf(string locUri)
    {
        var at = locUri.IndexOf(Certificates, StringComparison.Ordinal);
        if (at < 0)
        {
            return null;
        }

        var kind = locUri.IndexOf('/', at + Certificates.Length);
        var id = kind < 0 ? -1 : locUri.IndexOf('/', kind + 1);
        return id < 0 ? null : locUri[..id];
    }

    /// <summary>Whether the parent nodes must be created, so that new nodes are added instead of replaced.</summary>
    public static bool HasDynamicParent(string locUri) =>
        Array.Exists(DynamicTrees, tree => locUri.Contains(tree, StringComparison.Ordinal));

    /// <summary>
    /// Returns the node to delete in order to remove the node. An AppLocker list is deleted by its type's node: <c>…/EXE/Policy</c> as
    /// <c>…/EXE</c> (docs/reference/wip-authoring.md §5.1).
    /// </summary>
    public static string RemovalTarget(string uri)
    {
        if (uri.Contains("/AppLocker/", StringComparison.Ordinal) && uri.EndsWith("/Policy", StringComparison.Ordinal))
        {
            return uri[..^"/Policy".Length];
        }

        return Array.Find(RemovedWithParent, leaf => uri.EndsWith(leaf, StringComparison.Ordinal)) is { } tail ? uri[..^tail.Length] : uri;
    }

    /// <summary>
    /// Returns the node to read in order to prove the node: where only presence matters, the parent node, so that no secret is returned.
    /// </summary>
    public static string ReadTarget(string uri, ReadBackKind kind) =>
        CspNode.ReadUriOf(kind == ReadBackKind.Presence ? RootOf(uri) ?? uri[..uri.LastIndexOf('/')] : uri);

    /// <summary>Returns the removals to send: a group is removed once, and only when none of its nodes is needed.</summary>
    public static IEnumerable<string> Removals(IEnumerable<string> uris, IReadOnlySet<string> desired)
    {
        var retained = desired.Select(RootOf).OfType<string>().ToHashSet(StringComparer.Ordinal);
        return uris.Where(uri => RootOf(uri) is not { } root || !retained.Contains(root))
            .Select(uri => RootOf(uri) ?? uri)
            .Distinct(StringComparer.Ordinal);
    }

    /// <summary>
    /// Returns the writes with their groups completed. A group with a failed node that is not due for a retry is postponed as a whole.
    /// </summary>
    public static List<CompiledNode> Whole(List<CompiledNode> writes, IEnumerable<CompiledNode> desired, Func<CompiledNode, bool> waits)
    {
        var groups = desired.Where(n => RootOf(n.LocUri) is not null).ToLookup(n => RootOf(n.LocUri)!, StringComparer.Ordinal);
        if (groups.Count == 0)
        {
            return writes;
        }

        var due = writes
            .Select(n => RootOf(n.LocUri))
            .OfType<string>()
            .Where(root => !groups[root].Any(waits))
            .ToHashSet(StringComparer.Ordinal);
        return [.. desired.Where(n => RootOf(n.LocUri) is { } root ? due.Contains(root) : writes.Contains(n))];
    }

    /// <summary>
    /// Deletes and adds each group again that already exists, because an earlier attempt may have added an unknown part of it.
    /// </summary>
    public static IEnumerable<PlannedCommand> Recreate(IReadOnlyCollection<NodeOutcome> answered)
    {
        var there = answered
            .Where(o => o is { Verb: WriteVerb.Add, Code: 418 })
            .Select(o => RootOf(o.LocUri))
            .OfType<string>()
            .Distinct(StringComparer.Ordinal)
            .ToArray();
        return
        [
            .. there.Select(root => new PlannedCommand.Remove(root)),
            .. answered
                .Where(o => o.Verb is not null && RootOf(o.LocUri) is { } root && there.Contains(root))
                .Select(o => new PlannedCommand.Write(o.LocUri, o.Verb!.Value)),
        ];
    }

    /// <summary>
    /// Replaces the outcome of nodes that were rolled back only because another node of their group failed: that failure is the cause for
    /// the whole group.
    /// </summary>
    public static IEnumerable<SettingDeviation> RootCauses(IReadOnlyCollection<SettingDeviation> deviations)
    {
        var blamed = deviations
            .Where(d => d.Code is not (null or 215 or 216))
            .Select(d => RootOf(d.LocUri))
            .OfType<string>()
            .ToHashSet(StringComparer.Ordinal);
        return blamed.Count == 0
            ? deviations
            : deviations.Where(d => d.Code is not (215 or 216) || RootOf(d.LocUri) is not { } root || !blamed.Contains(root));
    }
}
