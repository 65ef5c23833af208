using System.Globalization;
using MamConsole.Protocol.Csp;

namespace MamConsole.Simulator.Tree;

/// <summary>Short words for <see cref="NodeRule"/>s: each reads as a line of a table.</summary>
internal static class Rules
{
    private const CspAccess Dynamic = CspAccess.Get | CspAccess.Add | CspAccess.Delete;

    /// <summary>An interior node that is always there.</summary>
    public static NodeRule Fixed(string pattern) =>
        new()
        {
            Pattern = pattern,
            Format = CspFormat.Node,
            Permanent = true,
        };

    /// <summary>An interior node that a server adds and deletes.</summary>
    public static NodeRule Branch(string pattern, CspAccess access = Dynamic) =>
        new()
        {
            Pattern = pattern,
            Format = CspFormat.Node,
            Access = access,
        };

    /// <summary>Text that a server writes.</summary>
    public static NodeRule Text(string pattern, ValueCheck? check = null, CspAccess access = CspAccess.ReadWrite) =>
        new()
        {
            Pattern = pattern,
            Format = CspFormat.Chr,
            Access = access,
            Check = check,
        };

    /// <summary>A number that a server writes, in a range.</summary>
    public static NodeRule Number(string pattern, long least, long most, CspAccess access = CspAccess.ReadWrite) =>
        new()
        {
            Pattern = pattern,
            Format = CspFormat.Int,
            Access = access,
            Check = (value, _) => Parse(value) is { } number && number >= least && number <= most,
        };

    /// <summary>A number of a few.</summary>
    public static NodeRule OneOf(string pattern, params long[] values) =>
        new()
        {
            Pattern = pattern,
            Format = CspFormat.Int,
            Access = CspAccess.ReadWrite,
            Check = (value, _) => Parse(value) is { } number && values.Contains(number),
        };

    /// <summary>True or false.</summary>
    public static NodeRule Switch(string pattern, CspAccess access = CspAccess.ReadWrite) =>
        new()
        {
            Pattern = pattern,
            Format = CspFormat.Bool,
            Access = access,
        };

    /// <summary>A value that only Windows knows.</summary>
    public static NodeRule Fact(string pattern, CspFormat format, Func<WindowsTree, string?> read) =>
        new()
        {
            Pattern = pattern,
            Format = format,
            Read = (tree, _) => read(tree),
            Permanent = true,
        };

    /// <summary>Something to run.</summary>
    public static NodeRule Action(string pattern, CspAccess access = CspAccess.Get | CspAccess.Exec) =>
        new()
        {
            Pattern = pattern,
            Format = CspFormat.Null,
            Access = access,
            Permanent = true,
        };

    /// <summary>A decimal integer without sign games, blanks or leading plus.</summary>
    public static long? Parse(string value) =>
        long.TryParse(value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) && !value.StartsWith('+')
            ? number
            : null;

    /// <summary>The format's name on the wire.</summary>
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
