using System.Collections.Immutable;
using System.Globalization;

namespace MamConsole.Protocol.Csp;

/// <summary>One node of a configuration service provider: its place, its values, and what may be done to it.</summary>
public abstract record CspNode
{
    /// <summary>Windows 10 1703: the first build that has MAM at all (docs/reference/protocol.md §1.1).</summary>
    public const int FirstBuildWithMam = 15063;

    private const string UserRoot = "./User/";

    /// <summary>The LocURI. What somebody names stands in braces, such as <c>{Grouping}</c>, and is filled before it is sent.</summary>
    public required string Uri { get; init; }

    public required CspFormat Format { get; init; }

    public CspAccess Access { get; init; } = CspAccess.ReadWrite;

    /// <summary>The values that Windows takes.</summary>
    public CspRange Range { get; init; } = CspRange.Any;

    /// <summary>What holds while nobody writes it; null = nothing, or nobody says.</summary>
    public string? Default { get; init; }

    /// <summary>
    /// The builds that have the node, oldest first: more than one where it came with servicing, and then each with its revision. Builds
    /// before MAM count as
    /// <see cref="WindowsBuild.FirstWithMam"/>.
    /// </summary>
    public ImmutableArray<WindowsBuild> Since { get; init; } = [WindowsBuild.FirstWithMam];

    /// <summary>Whether Windows Home has it; null = nobody says.</summary>
    public bool? OnHome { get; init; } = true;

    public CspOccurrence Occurrence { get; init; } = CspOccurrence.ZeroOrOne;

    /// <summary>Whose value counts where several sources set it.</summary>
    public CspConflict Conflict { get; init; }

    /// <summary>Whether it is written inside an Atomic only.</summary>
    public bool NeedsAtomic { get; init; }

    /// <summary>Whether Windows may restart to put it into force.</summary>
    public bool MayRestart { get; init; }

    public bool IsDeprecated { get; init; }

    /// <summary>Whether this server leaves it alone: of no use to MAM, or harmful.</summary>
    public bool IsAvoided { get; init; }

    /// <summary>Whether its value is a secret: never shown, logged or read back.</summary>
    public bool IsSecret { get; init; }

    /// <summary>Whether it tells about the person, or is large, and so is not read out of curiosity.</summary>
    public bool IsReserved { get; init; }

    /// <summary>The first Windows build that has the node.</summary>
    public int MinimumBuild => Since[0].Build;

    public CspScope Scope => Uri.StartsWith(UserRoot, StringComparison.Ordinal) ? CspScope.User : CspScope.Device;

    /// <summary>What this server does with it.</summary>
    public CspUse Use =>
        IsAvoided ? CspUse.Avoid
        : Format == CspFormat.Node ? CspUse.Structural
        : Access.HasFlag(CspAccess.Exec) ? CspUse.Execute
        : Access == CspAccess.Get ? CspUse.Read
        : CspUse.Author;

    /// <summary>Where the value in force is read: <c>Policy/Result</c> for policies, the node itself otherwise.</summary>
    public string ReadUri => ReadUriOf(Uri);

    /// <summary>The same for a LocURI alone.</summary>
    public static string ReadUriOf(string locUri)
    {
        ArgumentNullException.ThrowIfNull(locUri);
        return locUri.Replace("/Policy/Config/", "/Policy/Result/", StringComparison.Ordinal);
    }

    /// <summary>
    /// Whether a Windows of this build and revision has the node. A build between two that servicing reached has it only if it is listed.
    /// </summary>
    public bool IsIn(WindowsBuild windows) =>
        windows >= Since[^1] || Since.Any(since => since.Build == windows.Build && since.Revision <= windows.Revision);
}

/// <summary>A node whose values have a type.</summary>
/// <typeparam name="T">int, bool or string.</typeparam>
public sealed record CspNode<T> : CspNode
{
    /// <summary>The value as it stands in Data.</summary>
    public string Write(T value) =>
        value switch
        {
            bool b => b ? "true" : "false",
            IFormattable f => f.ToString(null, CultureInfo.InvariantCulture),
            null => "",
            _ => value.ToString() ?? "",
        };
}
