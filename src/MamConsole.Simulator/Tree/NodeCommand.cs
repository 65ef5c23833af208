using MamConsole.Protocol.Csp;
using MamConsole.Protocol.Session;
using MamConsole.Protocol.SyncML;

namespace MamConsole.Simulator.Tree;

/// <summary>Executes one command on a node that has a rule (docs/reference/protocol.md §3.3, §3.5, §3.12).</summary>
internal readonly record struct NodeCommand(WindowsTree Tree, NodePath Path, NodeRule Rule)
{
    public TreeAnswer Execute(NodeVerb verb, SyncItem item) =>
        verb switch
        {
            NodeVerb.Get => Get(item),
            NodeVerb.Add => Add(item),
            NodeVerb.Replace => Replace(item),
            NodeVerb.Delete => Delete(),
            NodeVerb.Exec => Exec(),
            _ => throw new ArgumentOutOfRangeException(nameof(verb)),
        };

    private TreeAnswer Get(SyncItem item)
    {
        if (!Allows(CspAccess.Get))
        {
            return NotAllowed;
        }

        if (Rule.IsInterior)
        {
            return Tree.Exists(Path) ? Found(item, string.Join('/', Children())) : Tree.NotFound;
        }

        return Tree.ValueOf(Path, Rule) is { } value ? Found(item, value)
            : Rule.Format == CspFormat.Null ? Found(item, "")
            : Tree.NotFound;
    }

    private TreeAnswer Add(SyncItem item)
    {
        if (Tree.Values.ContainsKey(Path.Text) || (Rule.Permanent && Tree.Exists(Path)))
        {
            return Fails(StatusCode.AlreadyExists, WindowsErrors.AlreadyExists);
        }

        if (!Allows(CspAccess.Add))
        {
            return NotAllowed;
        }

        if (Unfit(item) is { } unfit)
        {
            return unfit;
        }

        // Missing ancestors are created with the node (implicit Add), provided that a server could add each of them separately.
        var tree = Tree;
        for (var above = Path.Parent; above is { } parent && !Tree.Exists(parent); above = parent.Parent)
        {
            if (
                NodeIndex.Root.Find(parent)?.Rule is not { } rule
                || !Tree.IsHere(rule)
                || !(rule.Access.HasFlag(CspAccess.Add) || rule.ComesWithChild)
            )
            {
                return Tree.NotFound;
            }

            if (rule.NameCheck?.Invoke(parent.Name) == false)
            {
                return Fails(StatusCode.Failed, WindowsErrors.InvalidArgument);
            }

            tree = tree with { Values = tree.Values.SetItem(parent.Text, null) };
        }

        return new TreeAnswer(
            tree with
            {
                Values = tree.Values.SetItem(Path.Text, Rule.IsInterior ? null : item.Data ?? ""),
            },
            StatusCode.Ok
        );
    }

    private TreeAnswer Replace(SyncItem item)
    {
        if (!Allows(CspAccess.Replace) || (Rule.IsInterior && Tree.Exists(Path)))
        {
            return NotAllowed;
        }

        if (Path.Parent is { } parent && !Tree.Exists(parent))
        {
            return Tree.NotFound;
        }

        return Rule.IsInterior
            ? Tree.NotFound
            : Unfit(item) ?? new TreeAnswer(Tree with { Values = Tree.Values.SetItem(Path.Text, item.Data ?? "") }, StatusCode.Ok);
    }

    private TreeAnswer Delete()
    {
        if (!Allows(CspAccess.Delete) || Rule.Permanent)
        {
            return NotAllowed;
        }

        if (!Tree.Values.ContainsKey(Path.Text))
        {
            return Tree.NotFound;
        }

        var below = Path.Text + "/";
        var gone = Tree.Values.Keys.Where(key => key.StartsWith(below, StringComparison.Ordinal)).Append(Path.Text);
        return new TreeAnswer(Tree with { Values = Tree.Values.RemoveRange(gone) }, StatusCode.Ok);
    }

    private TreeAnswer Exec()
    {
        if (!Allows(CspAccess.Exec))
        {
            return NotAllowed;
        }

        if (Path.Parent is { } parent && !Tree.Exists(parent))
        {
            return Tree.NotFound;
        }

        if (Rule.MayRun is { } may && !may(Tree, Path))
        {
            return Fails(StatusCode.Failed, WindowsErrors.InvalidArgument);
        }

        return Rule.Unenrolls ? new TreeAnswer(Tree, StatusCode.Ok, EndsSession: true) : new TreeAnswer(Tree, StatusCode.Accepted);
    }

    /// <summary>Returns why the value is not allowed: its format (415), its text (500), or the node's name; null when it is.</summary>
    private TreeAnswer? Unfit(SyncItem item)
    {
        if ((item.Format ?? "chr") != Rule.Format.WireName())
        {
            return Fails(StatusCode.UnsupportedFormat, WindowsErrors.InvalidData);
        }

        if (Rule.NameCheck?.Invoke(Path.Name) == false)
        {
            return Fails(StatusCode.Failed, WindowsErrors.InvalidArgument);
        }

        var data = item.Data ?? "";
        var wellFormed = Rule.Format switch
        {
            CspFormat.Int => Rules.Parse(data) is >= int.MinValue and <= uint.MaxValue,
            CspFormat.Bool => data is "true" or "false",
            CspFormat.B64 => Convert.TryFromBase64String(data, new byte[data.Length], out _),
            CspFormat.Node => data.Length == 0,
            _ => true,
        };
        if (!wellFormed)
        {
            return Fails(StatusCode.Failed, WindowsErrors.InvalidData);
        }

        var (tree, path) = (Tree, Path);
        return (Rule.Check is { } check && !check(data, tree)) || (Rule.CheckAt is { } checkAt && !checkAt(data, tree, path))
            ? Fails(StatusCode.Failed, Rule.CheckError)
            : null;
    }

    /// <summary>Returns the names of the existing children, fixed and added.</summary>
    private IEnumerable<string> Children()
    {
        var (tree, prefix) = (Tree, Path.Text + "/");
        var written = tree
            .Values.Keys.Where(key => key.StartsWith(prefix, StringComparison.Ordinal))
            .Select(key => key[prefix.Length..].Split('/')[0]);
        var described = NodeIndex.Root.Find(Path)!.Names.Where(name => tree.Exists(NodePath.Of(prefix + name)));
        return written.Concat(described).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal);
    }

    private bool Allows(CspAccess access) => Rule.Access.HasFlag(access);

    private TreeAnswer NotAllowed => Fails(StatusCode.NotAllowed, WindowsErrors.NotSupported);

    private TreeAnswer Fails(StatusCode code, string originalError) => new(Tree, code, originalError);

    /// <summary>Text has no Meta, as in the messages of Windows (docs/reference/protocol.md §3.6).</summary>
    private TreeAnswer Found(SyncItem item, string value) =>
        new(
            Tree,
            StatusCode.Ok,
            Found: new SyncItem(Source: item.Target, Format: Rule.Format == CspFormat.Chr ? null : Rule.Format.WireName(), Data: value)
        );
}
