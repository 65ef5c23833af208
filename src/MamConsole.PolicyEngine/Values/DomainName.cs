using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace MamConsole.PolicyEngine.Values;

/// <summary>
/// A DNS domain in the canonical form that Windows requires (docs/reference/wip-authoring.md §3): lowercase ASCII letters, and
/// internationalized labels in Unicode, never <c>xn--</c>. It is unchanged by IdnToAscii (STD3 rules) and the reverse conversion.
/// </summary>
public sealed record DomainName
{
    private static readonly IdnMapping Idn = new() { UseStd3AsciiRules = true };

    private DomainName(string value) => Value = value;

    public string Value { get; }

    /// <exception cref="FormatException">The text is not a canonical domain; the message states why.</exception>
    public static DomainName Parse(string text) =>
        TryParse(text, out var name, out var fault) ? name : throw new FormatException(fault.Reason);

    /// <summary>Parses a canonical domain of at least two labels.</summary>
    public static bool TryParse(string? text, [NotNullWhen(true)] out DomainName? name, [NotNullWhen(false)] out TextFault? fault) =>
        TryParse(text, 2, out name, out fault);

    /// <summary>Parses a canonical domain of at least <paramref name="labels"/> labels.</summary>
    public static bool TryParse(
        string? text,
        int labels,
        [NotNullWhen(true)] out DomainName? name,
        [NotNullWhen(false)] out TextFault? fault
    )
    {
        fault = FaultOf(text ?? "", labels);
        name = fault is null ? new DomainName(text!) : null;
        return fault is null;
    }

    /// <summary>
    /// Whether Windows versions treat the name differently, because it contains a character on which the two IDN standards disagree.
    /// </summary>
    public bool IsAmbiguous => Value.AsSpan().IndexOfAny("\u00DF\u03C2\u200C\u200D") >= 0;

    public override string ToString() => Value;

    private static TextFault? FaultOf(string text, int labels)
    {
        if (HostText.CommonFault(text, "domain") is { } fault)
        {
            return fault with { Suggestion = Suggest(text, labels) };
        }

        if (text.StartsWith('.'))
        {
            return new TextFault(TextFaultKind.Malformed, "Enter the domain without a leading dot.", Suggest(text, labels));
        }

        if (Canonical(text) is not { } canonical)
        {
            return new TextFault(
                TextFaultKind.Malformed,
                "A domain consists of labels with letters, digits and hyphens, 1 to 63 characters each, no hyphen at either end, at most "
                    + "253 characters.",
                Suggest(text, labels)
            );
        }

        if (canonical.Split('.') is var parts && parts.Length < labels)
        {
            return new TextFault(TextFaultKind.Malformed, "Enter the whole domain, such as contoso.com.");
        }

        if (parts[^1].All(char.IsAsciiDigit))
        {
            return new TextFault(TextFaultKind.Malformed, "This is an address, not a domain.");
        }

        return canonical == text
            ? null
            : new TextFault(TextFaultKind.NotCanonical, $"Windows accepts this domain only in the form {canonical}.", canonical);
    }

    /// <summary>Returns the name in canonical form, or null when it is not a domain.</summary>
    internal static string? Canonical(string text)
    {
        // IdnMapping accepts a trailing dot; Windows does not.
        if (text.Length == 0 || text.EndsWith('.') || text.Length > 1000)
        {
            return null;
        }

        try
        {
            var ascii = Idn.GetAscii(HostText.LowerAscii(text));
            return ascii.Length <= 253 ? Idn.GetUnicode(ascii) : null;
        }
        catch (ArgumentException)
        {
            return null;
        }
    }

    private static string? Suggest(string text, int labels)
    {
        var repaired = HostText.Repair(text).TrimStart('.');
        return Canonical(repaired) is { } canonical && FaultOf(canonical, labels) is null ? canonical : null;
    }
}
