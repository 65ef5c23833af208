using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;

namespace MamConsole.Protocol.Csp;

/// <summary>
/// The values a node takes (docs/reference/csp-catalog.json, <c>allowed</c>). Says what Windows takes, not what is wise: that is for the
/// rules of each area.
/// </summary>
public abstract record CspRange
{
    private CspRange() { }

    /// <summary>Nothing is said: every value of the node's format.</summary>
    public static readonly CspRange Any = new Anything();

    /// <summary>The two values of a <c>bool</c>.</summary>
    public static readonly CspRange YesNo = new OneOf(["false", "true"]);

    /// <summary>0 or 1.</summary>
    public static readonly CspRange ZeroOrOne = new OneOf(["0", "1"]);

    /// <summary>Whether a value as it stands in Data is one of them.</summary>
    public abstract bool Allows(string value);

    /// <summary>The values in words, for the message that refuses another: "from 4 to 16".</summary>
    public abstract string Words { get; }

    /// <summary>Whole numbers from <paramref name="least"/> on; no upper bound is known.</summary>
    public static CspRange From(long least) => new Whole(least, null, []);

    /// <summary>Whole numbers between two, both included, and single ones beside them.</summary>
    public static CspRange Between(long least, long most, params ImmutableArray<long> beside) => new Whole(least, most, beside);

    /// <summary>These values, letter for letter.</summary>
    public static CspRange Of(params ImmutableArray<string> values) => new OneOf(values);

    /// <summary>The whole numbers from 0 to <paramref name="last"/>, each with a meaning of its own.</summary>
    public static CspRange Upto(int last) =>
        new OneOf([.. Enumerable.Range(0, last + 1).Select(n => n.ToString(CultureInfo.InvariantCulture))]);

    /// <summary>Items parted by a separator.</summary>
    public static CspRange ListBy(string separator) => new ListOf(separator);

    /// <summary>Text of a form.</summary>
    /// <param name="expression">A regular expression over all of the value.</param>
    /// <param name="separator">What parts its items, when it is a list.</param>
    public static CspRange Form(string expression, string? separator = null) => new Pattern(expression, separator);

    /// <summary>XML of a schema.</summary>
    public static CspRange XmlOf(string schema) => new Document(schema);

    private sealed record Anything : CspRange
    {
        public override bool Allows(string value) => true;

        public override string Words => "any value";
    }

    /// <summary>Whole numbers.</summary>
    public sealed record Whole(long Least, long? Most, ImmutableArray<long> Beside) : CspRange
    {
        public override bool Allows(string value) =>
            long.TryParse(value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)
            && ((number >= Least && !(number > Most)) || Beside.Contains(number));

        public override string Words =>
            (Most is { } most ? $"from {Least} to {most}" : $"{Least} or more") + string.Concat(Beside.Select(n => $" or {n}"));
    }

    /// <summary>Single values.</summary>
    public sealed record OneOf(ImmutableArray<string> Values) : CspRange
    {
        public override bool Allows(string value) => Values.Contains(value, StringComparer.Ordinal);

        public override string Words => $"one of {string.Join(", ", Values)}";
    }

    /// <summary>A sum of bits.</summary>
    public sealed record Flags(ImmutableArray<long> Bits) : CspRange
    {
        public override bool Allows(string value) =>
            long.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            && (number & ~Bits.Aggregate(0L, (all, bit) => all | bit)) == 0;

        public override string Words => $"a sum of {string.Join(", ", Bits)}";
    }

    /// <summary>Items parted by a separator; what an item is stays open.</summary>
    public sealed record ListOf(string Separator) : CspRange
    {
        public override bool Allows(string value) => true;

        public override string Words => $"a list parted by {Separator}";
    }

    /// <summary>Text of a form.</summary>
    public sealed record Pattern(string Expression, string? Separator) : CspRange
    {
        private static readonly TimeSpan Bound = TimeSpan.FromSeconds(1);

        public override bool Allows(string value) =>
            Regex.IsMatch(value, Expression, RegexOptions.CultureInvariant | RegexOptions.NonBacktracking, Bound) && !value.EndsWith('\n');

        public override string Words => $"text of the form {Expression}";
    }

    /// <summary>XML; its schema is the area's to check.</summary>
    public sealed record Document(string Schema) : CspRange
    {
        public override bool Allows(string value) => value.AsSpan().TrimStart().StartsWith("<", StringComparison.Ordinal);

        public override string Words => $"XML ({Schema})";
    }
}
