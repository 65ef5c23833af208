using System.Collections.Immutable;

namespace MamConsole.Protocol.Csp;

/// <summary>
/// A branch of the tree while its provider is described, with one line for each node. Parameters only state what differs from the defaults:
/// available since the first build with MAM and on Home, any value, no default value, at most one occurrence where it is written and
/// exactly one where it is read.
/// </summary>
public sealed class CspBranch
{
    private readonly string uri;
    private readonly List<CspNode> nodes;
    private readonly ImmutableArray<WindowsBuild> since;
    private readonly bool isReserved;

    private CspBranch(string uri, List<CspNode> nodes, ImmutableArray<WindowsBuild> since, bool isReserved) =>
        (this.uri, this.nodes, this.since, this.isReserved) = (uri, nodes, since, isReserved);

    /// <summary>The nodes described so far in this branch and below it, in order of description.</summary>
    internal ImmutableArray<CspNode> Nodes => [.. nodes];

    /// <summary>Creates a separate root.</summary>
    internal static CspBranch At(string uri) => new(uri, [], [WindowsBuild.FirstWithMam], isReserved: false);

    /// <summary>Creates the root of a provider that exists in both trees.</summary>
    internal static CspBranch At(CspScope scope, string provider) => At($"./{scope}/Vendor/MSFT/{provider}");

    /// <summary>
    /// Creates a branch below this one. Its nodes share these properties. The interior nodes on the path are described separately.
    /// </summary>
    internal CspBranch Below(string path, int? build = null, ImmutableArray<WindowsBuild>? builds = null, bool isReserved = false) =>
        new($"{uri}/{path}", nodes, SinceOf(build, builds), isReserved || this.isReserved);

    /// <summary>Describes an interior node; the branch itself when <paramref name="path"/> is empty.</summary>
    internal CspBareNode Node(
        string path,
        CspAccess access = CspAccess.Get,
        CspOccurrence occurs = CspOccurrence.One,
        bool atomic = false,
        bool avoid = false,
        bool? home = true,
        bool reserved = false,
        int? build = null,
        ImmutableArray<WindowsBuild>? builds = null
    ) =>
        Register(
            new CspBareNode
            {
                Uri = path.Length == 0 ? uri : $"{uri}/{path}",
                Format = CspFormat.Node,
                Access = access,
                Occurrence = occurs,
                NeedsAtomic = atomic,
                IsAvoided = avoid,
                OnHome = home,
                IsReserved = reserved || isReserved,
                Since = SinceOf(build, builds),
            }
        );

    /// <summary>Describes a node that is executed and has no value.</summary>
    internal CspBareNode Run(string path, CspAccess access = CspAccess.Exec, CspOccurrence occurs = CspOccurrence.One, int? build = null) =>
        Register(
            new CspBareNode
            {
                Uri = $"{uri}/{path}",
                Format = CspFormat.Null,
                Access = access,
                Occurrence = occurs,
                Since = SinceOf(build, null),
            }
        );

    /// <summary>Describes an integer node.</summary>
    internal CspNode<int> Int(
        string path,
        CspRange? range = null,
        string? otherwise = null,
        CspAccess access = CspAccess.ReadWrite,
        CspOccurrence? occurs = null,
        CspConflict conflict = CspConflict.Unknown,
        CspFormat format = CspFormat.Int,
        bool atomic = false,
        bool avoid = false,
        bool deprecated = false,
        bool? home = true,
        int? build = null,
        ImmutableArray<WindowsBuild>? builds = null
    ) =>
        Register(
            Leaf<int>(path, format, range, otherwise, access, occurs, build, builds) with
            {
                Conflict = conflict,
                NeedsAtomic = atomic,
                IsAvoided = avoid,
                IsDeprecated = deprecated,
                OnHome = home,
            }
        );

    /// <summary>Describes a Boolean node.</summary>
    internal CspNode<bool> Bool(
        string path,
        string? otherwise = null,
        CspAccess access = CspAccess.ReadWrite,
        CspOccurrence? occurs = null,
        CspRange? range = null,
        CspConflict conflict = CspConflict.Unknown,
        bool avoid = false,
        bool deprecated = false,
        int? build = null,
        ImmutableArray<WindowsBuild>? builds = null
    ) =>
        Register(
            Leaf<bool>(path, CspFormat.Bool, range ?? CspRange.YesNo, otherwise, access, occurs, build, builds) with
            {
                Conflict = conflict,
                IsAvoided = avoid,
                IsDeprecated = deprecated,
            }
        );

    /// <summary>Describes a text node, or one with a value that is written as text.</summary>
    internal CspNode<string> Text(
        string path,
        CspRange? range = null,
        string? otherwise = null,
        CspAccess access = CspAccess.ReadWrite,
        CspOccurrence? occurs = null,
        CspConflict conflict = CspConflict.Unknown,
        CspFormat format = CspFormat.Chr,
        bool avoid = false,
        bool secret = false,
        bool reserved = false,
        bool restart = false,
        bool? home = true,
        int? build = null,
        ImmutableArray<WindowsBuild>? builds = null
    ) =>
        Register(
            Leaf<string>(path, format, range, otherwise, access, occurs, build, builds) with
            {
                Conflict = conflict,
                IsAvoided = avoid,
                IsSecret = secret,
                IsReserved = reserved || isReserved,
                MayRestart = restart,
                OnHome = home,
            }
        );

    private CspNode<T> Leaf<T>(
        string path,
        CspFormat format,
        CspRange? range,
        string? otherwise,
        CspAccess access,
        CspOccurrence? occurs,
        int? build,
        ImmutableArray<WindowsBuild>? builds
    ) =>
        new()
        {
            Uri = $"{uri}/{path}",
            Format = format,
            Access = access,
            Range = range ?? CspRange.Any,
            Default = otherwise,
            Occurrence = occurs ?? ((access & CspAccess.AddReplace) == 0 ? CspOccurrence.One : CspOccurrence.ZeroOrOne),
            IsReserved = isReserved,
            Since = SinceOf(build, builds),
        };

    private ImmutableArray<WindowsBuild> SinceOf(int? build, ImmutableArray<WindowsBuild>? builds) =>
        builds ?? (build is { } one ? [new WindowsBuild(one)] : since);

    private T Register<T>(T node)
        where T : CspNode
    {
        nodes.Add(node);
        return node;
    }
}
