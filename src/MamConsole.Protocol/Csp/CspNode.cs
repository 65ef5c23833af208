using System.Collections.Immutable;
using System.Globalization;

namespace MamConsole.Protocol.Csp;

/// <summary>One node of a configuration service provider: its address, its values and the commands that it allows.</summary>
public abstract record CspNode
{
    /// <summary>Windows 10 1703: the first build with MAM (docs/reference/protocol.md §1.1).</summary>
    public const int FirstBuildWithMam = 15063;

    private const string UserRoot = "./User/";

    /// <summary>
    /// The LocURI. Dynamic segments are placeholders in braces, such as <c>{Grouping}</c>, and are filled before it is sent.
    /// </summary>
    public required string Uri { get; init; }

    public required CspFormat Format { get; init; }

    public CspAccess Access { get; init; } = CspAccess.ReadWrite;

    /// <summary>The values that Windows accepts.</summary>
    public CspRange Range { get; init; } = CspRange.Any;

    /// <summary>The effective value while the node is not written; null = none, or not documented.</summary>
    public string? Default { get; init; }

    /// <summary>
    /// The builds with the node, oldest first. A node that came with servicing has several, each with its revision. Builds before MAM are
    /// listed as <see cref="WindowsBuild.FirstWithMam"/>.
    /// </summary>
    public ImmutableArray<WindowsBuild> Since { get; init; } = [WindowsBuild.FirstWithMam];

    /// <summary>Whether Windows Home has the node; null = not documented.</summary>
    public bool? OnHome { get; init; } = true;

    public CspOccurrence Occurrence { get; init; } = CspOccurrence.ZeroOrOne;

    /// <summary>Which value is effective when several sources set the node.</summary>
    public CspConflict Conflict { get; init; }

    /// <summary>Whether the node must be written inside an Atomic.</summary>
    public bool NeedsAtomic { get; init; }

    /// <summary>Whether Windows may restart to apply the value.</summary>
    public bool MayRestart { get; init; }

    public bool IsDeprecated { get; init; }

    /// <summary>Whether this server never uses the node, because MAM does not need it or it is harmful.</summary>
    public bool IsAvoided { get; init; }

    /// <summary>Whether the value is a secret, which is never shown, logged or read back.</summary>
    public bool IsSecret { get; init; }

    /// <summary>Whether the value is personal data, or large, and is therefore only read when it is required.</summary>
    public bool IsReserved { get; init; }

    /// <summary>The first Windows build with the node.</summary>
    public int MinimumBuild => Since[0].Build;

    public CspScope Scope => Uri.StartsWith(UserRoot, StringComparison.Ordinal) ? CspScope.User : CspScope.Device;

    /// <summary>How this server uses the node.</summary>
    public CspUse Use =>
        IsAvoided ? CspUse.Avoid
        : Format == CspFormat.Node ? CspUse.Structural
        : Access.HasFlag(CspAccess.Exec) ? CspUse.Execute
        : Access == CspAccess.Get ? CspUse.Read
        : CspUse.Author;

    /// <summary>The address of the effective value: <c>Policy/Result</c> for policies, the node itself otherwise.</summary>
    public string ReadUri => ReadUriOf(Uri);

    /// <summary>Returns <see cref="ReadUri"/> for any LocURI.</summary>
    public static string ReadUriOf(string locUri)
    {
        ArgumentNullException.ThrowIfNull(locUri);
        return locUri.Replace("/Policy/Config/", "/Policy/Result/", StringComparison.Ordinal);
    }

    /// <summary>
    /// Returns whether a Windows of this build and revision has the node. A build between two serviced ones has it only if it is listed.
    /// </summary>
    public bool IsIn(WindowsBuild windows) =>
        windows >= Since[^1] || Since.Any(since => since.Build == windows.Build && since.Revision <= windows.Revision);
}

/// <summary>A node with typed values.</summary>
/// <typeparam name="T">int, bool or string.</typeparam>
public sealed record CspNode<T> : CspNode
{
    /// <summary>Returns the text of a value for Data.</summary>
    public string Write(T value) =>
        value switch
        {
            bool b => b ? "true" : "false",
            IFormattable f => f.ToString(null, CultureInfo.InvariantCulture),
            null => "",
            _ => value.ToString() ?? "",
        };
}
