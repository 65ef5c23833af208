using System.Collections.Immutable;

namespace MamConsole.Protocol.Csp;

/// <summary>
/// A place in the tree while a provider describes what hangs there: a line for each node, and only what is out of the ordinary is said. The
/// ordinary: since the
/// first build with MAM, on Home too, any value, no default, once at most where it is written and always where it is read.
/// </summary>
public sealed class CspBranch
{
    private readonly string uri;
    private readonly List<CspNode> nodes;
    private readonly ImmutableArray<WindowsBuild> since;
    private readonly bool isReserved;

    private CspBranch(string uri, List<CspNode> nodes, ImmutableArray<WindowsBuild> since, bool isReserved) =>
        (this.uri, this.nodes, this.since, this.isReserved) = (uri, nodes, since, isReserved);

    /// <summary>Everything described so far at this place and below it, in the order of the description.</summary>
    internal ImmutableArray<CspNode> Nodes => [.. nodes];

    /// <summary>A root that no other branch shares.</summary>
    internal static CspBranch At(string uri) => new(uri, [], [WindowsBuild.FirstWithMam], isReserved: false);

    /// <summary>The root of a provider that stands in both trees alike.</summary>
    internal static CspBranch At(CspScope scope, string provider) => At($"./{scope}/Vendor/MSFT/{provider}");

    /// <summary>
    /// A place below this one, whose nodes share what is said here. The interior nodes on the way are described for themselves.
    /// </summary>
    internal CspBranch Below(string path, int? build = null, ImmutableArray<WindowsBuild>? builds = null, bool isReserved = false) =>
        new($"{uri}/{path}", nodes, SinceOf(build, builds), isReserved || this.isReserved);

    /// <summary>An interior node; the branch itself when <paramref name="path"/> is empty.</summary>
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

    /// <summary>A node that is run and has no value.</summary>
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

    /// <summary>A whole number.</summary>
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

    /// <summary>Yes or no.</summary>
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

    /// <summary>Text, or what is written as text.</summary>
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
