using System.Globalization;
using MamConsole.Protocol.Csp;

namespace MamConsole.Simulator.Tree;

/// <summary>Factory methods for the kinds of <see cref="NodeRule"/>, which shorten the lists of nodes.</summary>
internal static class Rules
{
    private const CspAccess Dynamic = CspAccess.Get | CspAccess.Add | CspAccess.Delete;

    /// <summary>An interior node that always exists.</summary>
    public static NodeRule Fixed(string pattern) =>
        new()
        {
            Pattern = pattern,
            Format = CspFormat.Node,
            Permanent = true,
        };

    /// <summary>An interior node that a server can add and delete.</summary>
    public static NodeRule Branch(string pattern, CspAccess access = Dynamic) =>
        new()
        {
            Pattern = pattern,
            Format = CspFormat.Node,
            Access = access,
        };

    /// <summary>Text that a server can write.</summary>
    public static NodeRule Text(string pattern, ValueCheck? check = null, CspAccess access = CspAccess.ReadWrite) =>
        new()
        {
            Pattern = pattern,
            Format = CspFormat.Chr,
            Access = access,
            Check = check,
        };

    /// <summary>A number in a range that a server can write.</summary>
    public static NodeRule Number(string pattern, long least, long most, CspAccess access = CspAccess.ReadWrite) =>
        new()
        {
            Pattern = pattern,
            Format = CspFormat.Int,
            Access = access,
            Check = (value, _) => Parse(value) is { } number && number >= least && number <= most,
        };

    /// <summary>A number from a list that a server can write.</summary>
    public static NodeRule OneOf(string pattern, params long[] values) =>
        new()
        {
            Pattern = pattern,
            Format = CspFormat.Int,
            Access = CspAccess.ReadWrite,
            Check = (value, _) => Parse(value) is { } number && values.Contains(number),
        };

    /// <summary>A Boolean that a server can write.</summary>
    public static NodeRule Switch(string pattern, CspAccess access = CspAccess.ReadWrite) =>
        new()
        {
            Pattern = pattern,
            Format = CspFormat.Bool,
            Access = access,
        };

    /// <summary>A read-only value that the device computes.</summary>
    public static NodeRule Fact(string pattern, CspFormat format, Func<WindowsTree, string?> read) =>
        new()
        {
            Pattern = pattern,
            Format = format,
            Read = (tree, _) => read(tree),
            Permanent = true,
        };

    /// <summary>A node that a server can execute.</summary>
    public static NodeRule Action(string pattern, CspAccess access = CspAccess.Get | CspAccess.Exec) =>
        new()
        {
            Pattern = pattern,
            Format = CspFormat.Null,
            Access = access,
            Permanent = true,
        };

    /// <summary>Parses a decimal integer with an optional minus sign; null for white space, a plus sign or anything else.</summary>
    public static long? Parse(string value) =>
        long.TryParse(value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) && !value.StartsWith('+')
            ? number
            : null;

    /// <summary>Returns the name of the format on the wire.</summary>
    public static string WireName(this CspFormat format) =>
        format switch
        {
            CspFormat.Chr => "chr",
            CspFormat.Int => "int",
            CspFormat.Bool => "bool",
            CspFormat.B64 => "b64",
            CspFormat.Node => "node",
            CspFormat.Null => "null",
            CspFormat.Xml => "xml",
            _ => throw new ArgumentOutOfRangeException(nameof(format)),
        };
}
