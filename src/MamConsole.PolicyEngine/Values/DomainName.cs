using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace MamConsole.PolicyEngine.Values;

/// <summary>
/// A DNS domain in the canonical form that Windows demands (docs/reference/wip-authoring.md §3): small ASCII letters, and internationalised
/// labels in
/// Unicode, never <c>xn--</c>. It equals itself after IdnToAscii (STD3 rules) and back.
/// </summary>
public sealed record DomainName
{
    private static readonly IdnMapping Idn = new() { UseStd3AsciiRules = true };

    private DomainName(string value) => Value = value;

    public string Value { get; }

    /// <exception cref="FormatException">It is no canonical domain; the message says why.</exception>
    public static DomainName Parse(string text) =>
        TryParse(text, out var name, out var fault) ? name : throw new FormatException(fault.Reason);

    /// <summary>Reads a canonical domain of at least two labels.</summary>
    public static bool TryParse(string? text, [NotNullWhen(true)] out DomainName? name, [NotNullWhen(false)] out TextFault? fault) =>
        TryParse(text, 2, out name, out fault);

    /// <summary>Reads a canonical domain of at least <paramref name="labels"/> labels.</summary>
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
    /// Whether Windows versions disagree about the name, because it holds a character that the two IDN standards read differently.
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
            return new TextFault(TextFaultKind.Malformed, "Write the bare domain, without a dot before it.", Suggest(text, labels));
        }

        if (Canonical(text) is not { } canonical)
        {
            return new TextFault(
                TextFaultKind.Malformed,
                "A domain has labels of letters, digits and hyphens, 1 to 63 characters each, no hyphen at either end, 253 characters "
                    + "in all.",
                Suggest(text, labels)
            );
        }

        if (canonical.Split('.') is var parts && parts.Length < labels)
        {
            return new TextFault(TextFaultKind.Malformed, "Write the whole domain, such as contoso.com.");
        }

        if (parts[^1].All(char.IsAsciiDigit))
        {
            return new TextFault(TextFaultKind.Malformed, "This is an address, not a domain.");
        }

        return canonical == text
            ? null
            : new TextFault(TextFaultKind.NotCanonical, $"Windows takes this domain only when it is written {canonical}.", canonical);
    }

    /// <summary>The name in canonical form, or null when it is no domain at all.</summary>
    internal static string? Canonical(string text)
    {
        // IdnMapping lets one dot pass at the end; Windows does not.
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
