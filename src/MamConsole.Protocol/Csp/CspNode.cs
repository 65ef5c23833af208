using System.Globalization;

namespace MamConsole.Protocol.Csp;

/// <summary>What a node allows (csp-catalog.json, <c>access</c>).</summary>
[Flags]
public enum CspAccess
{
    Get = 1,
    Add = 2,
    Replace = 4,
    Delete = 8,
    Exec = 16,
    ReadWrite = Get | Add | Replace | Delete,
}

/// <summary>One node of a configuration service provider: its place, format and what may be done to it.</summary>
public abstract record CspNode
{
    /// <summary>Windows 10 1703: the first build that has MAM at all (protocol.md §1.1).</summary>
    public const int FirstBuildWithMam = 15063;

    /// <summary>The LocURI. May hold <c>{Grouping}</c>, <c>{ProviderID}</c> or <c>{TenantId}</c>, filled before it is sent.</summary>
    public required string Uri { get; init; }

    public required CspFormat Format { get; init; }

    public CspAccess Access { get; init; } = CspAccess.ReadWrite;

    /// <summary>The first Windows build that has the node (csp-catalog.json, <c>osMin</c>).</summary>
    public int MinimumBuild { get; init; } = FirstBuildWithMam;

    /// <summary>Where the value in force is read: <c>Policy/Result</c> for policies, the node itself otherwise.</summary>
    public string ReadUri => ReadUriOf(Uri);

    /// <summary>The same for a LocURI alone.</summary>
    public static string ReadUriOf(string locUri)
    {
        ArgumentNullException.ThrowIfNull(locUri);
        return locUri.Replace("/Policy/Config/", "/Policy/Result/", StringComparison.Ordinal);
    }
}

/// <summary>A node whose values have a type.</summary>
/// <typeparam name="T">int, bool or string.</typeparam>
public sealed record CspNode<T> : CspNode
{
    /// <summary>The value as it stands in Data.</summary>
    public string Write(T value) => value switch
    {
        bool b => b ? "true" : "false",
        IFormattable f => f.ToString(null, CultureInfo.InvariantCulture),
        null => "",
        _ => value.ToString() ?? "",
    };
}

/// <summary>A node without a value of its own: one that only holds others (format <c>node</c>), or one that is only run (format <c>null</c>).</summary>
public sealed record CspBareNode : CspNode;
