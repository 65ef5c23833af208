using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;

namespace MamConsole.Protocol.Csp;

/// <summary>
/// The values that Windows accepts for a node (docs/reference/csp-catalog.json, <c>allowed</c>). Whether a value is advisable is evaluated
/// by the rules of each area.
/// </summary>
public abstract record CspRange
{
    private CspRange() { }

    /// <summary>No documented range: every value of the node's format.</summary>
    public static readonly CspRange Any = new Anything();

    /// <summary>The two values of a <c>bool</c>.</summary>
    public static readonly CspRange YesNo = new OneOf(["false", "true"]);

    /// <summary>0 or 1.</summary>
    public static readonly CspRange ZeroOrOne = new OneOf(["0", "1"]);

    /// <summary>Returns whether the range contains the text of a value.</summary>
    public abstract bool Allows(string value);

    /// <summary>The range as text for the message about an invalid value, for example "from 4 to 16".</summary>
    public abstract string Words { get; }

    /// <summary>Integers from <paramref name="least"/> on, without a known upper bound.</summary>
    public static CspRange From(long least) => new Whole(least, null, []);

    /// <summary>Integers in a range, including both ends, and single additional ones.</summary>
    public static CspRange Between(long least, long most, params ImmutableArray<long> beside) => new Whole(least, most, beside);

    /// <summary>Exactly these values, case-sensitive.</summary>
    public static CspRange Of(params ImmutableArray<string> values) => new OneOf(values);

    /// <summary>The integers from 0 to <paramref name="last"/>, each with its own meaning.</summary>
    public static CspRange Upto(int last) =>
        new OneOf([.. Enumerable.Range(0, last + 1).Select(n => n.ToString(CultureInfo.InvariantCulture))]);

    /// <summary>A list of items with a separator.</summary>
    public static CspRange ListBy(string separator) => new ListOf(separator);

    /// <summary>Text that matches a regular expression.</summary>
    /// <param name="expression">The regular expression, which must match the whole value.</param>
    /// <param name="separator">The separator of the items; null when the value is not a list.</param>
    public static CspRange Form(string expression, string? separator = null) => new Pattern(expression, separator);

    /// <summary>An XML document with a schema.</summary>
    public static CspRange XmlOf(string schema) => new Document(schema);

    private sealed record Anything : CspRange
    {
        public override bool Allows(string value) => true;

        public override string Words => "any value";
    }

    /// <summary>Integers.</summary>
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

    /// <summary>A bit mask.</summary>
    public sealed record Flags(ImmutableArray<long> Bits) : CspRange
    {
        public override bool Allows(string value) =>
            long.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            && (number & ~Bits.Aggregate(0L, (all, bit) => all | bit)) == 0;

        public override string Words => $"a sum of {string.Join(", ", Bits)}";
    }

    /// <summary>A list of items with a separator. The items are not validated.</summary>
    public sealed record ListOf(string Separator) : CspRange
    {
        public override bool Allows(string value) => true;

        public override string Words => $"a list separated by {Separator}";
    }

    /// <summary>Text that matches a regular expression.</summary>
    public sealed record Pattern(string Expression, string? Separator) : CspRange
    {
        private static readonly TimeSpan Bound = TimeSpan.FromSeconds(1);

        public override bool Allows(string value) =>
            Regex.IsMatch(value, Expression, RegexOptions.CultureInvariant | RegexOptions.NonBacktracking, Bound) && !value.EndsWith('\n');

        public override string Words => $"text that matches {Expression}";
    }

    /// <summary>An XML document. The area that owns the node validates its schema.</summary>
    public sealed record Document(string Schema) : CspRange
    {
        public override bool Allows(string value) => value.AsSpan().TrimStart().StartsWith("<", StringComparison.Ordinal);

        public override string Words => $"XML ({Schema})";
    }
}
