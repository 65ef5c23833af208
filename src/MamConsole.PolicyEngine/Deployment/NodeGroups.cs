using MamConsole.PolicyEngine.Nodes;
using MamConsole.Protocol.Csp;

namespace MamConsole.PolicyEngine.Deployment;

/// <summary>
/// What hangs together. The nodes of one certificate of a person are added in one Atomic and go with the node that holds them
/// (docs/reference/csp-catalog.json,
/// ClientCertificateInstall: children atomically, the import or the enrollment last). That node is named after all that is under it:
/// whatever changes, another
/// name comes and the old one goes, so that nothing under it is ever replaced.
/// </summary>
internal static class NodeGroups
{
    private const string Certificates = "/ClientCertificateInstall/";

    /// <summary>Leaves that go with the node that was made for them, so that no empty shell stays.</summary>
    private static readonly string[] RemovedWithParent = ["/EncodedCertificate", "/WlanXml", "/ProfileXML"];

    /// <summary>Trees in which a server makes the nodes above: they come with the first Add below them.</summary>
    private static readonly string[] DynamicTrees =
    [
        "/AppLocker/",
        "/PassportForWork/",
        Certificates,
        "/RootCATrustedCertificates/",
        "/WiFi/Profile/",
        "/VPNv2/",
    ];

    /// <summary>The node that holds the group: <c>…/PFXCertInstall/{id}</c>, <c>…/SCEP/{id}</c>; null for what stands alone.</summary>
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

    /// <summary>Whether the nodes above have to be made, so that what is new is added instead of replaced.</summary>
    public static bool HasDynamicParent(string locUri) =>
        Array.Exists(DynamicTrees, tree => locUri.Contains(tree, StringComparison.Ordinal));

    /// <summary>
    /// What is deleted to take the node away. An AppLocker list goes with its type's node: <c>…/EXE/Policy</c> as <c>…/EXE</c>
    /// (docs/reference/wip-authoring.md §5.1).
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
    /// What is read to prove the node: where only its presence counts, the node that holds it, so that no secret travels back.
    /// </summary>
    public static string ReadTarget(string uri, ReadBackKind kind) =>
        CspNode.ReadUriOf(kind == ReadBackKind.Presence ? RootOf(uri) ?? uri[..uri.LastIndexOf('/')] : uri);

    /// <summary>Removals as they are asked: a group goes as one, and only when nothing of it is wanted any more.</summary>
    public static IEnumerable<string> Removals(IEnumerable<string> uris, IReadOnlySet<string> desired)
    {
        var retained = desired.Select(RootOf).OfType<string>().ToHashSet(StringComparer.Ordinal);
        return uris.Where(uri => RootOf(uri) is not { } root || !retained.Contains(root))
            .Select(uri => RootOf(uri) ?? uri)
            .Distinct(StringComparer.Ordinal);
    }

    /// <summary>Writes with their groups made whole. A group of which something failed and is not due again waits as a whole.</summary>
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
    /// Adds again, after the node that holds it was deleted, each group that is there already: something of it came through before, and how
    /// much nobody knows.
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
    /// What was undone only because another of its group failed says nothing of its own: the culprit stands for the group.
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
