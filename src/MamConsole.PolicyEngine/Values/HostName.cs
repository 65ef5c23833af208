using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text;

namespace MamConsole.PolicyEngine.Values;

/// <summary>
/// A host on the internet, or with a leading dot all names below a domain (W-NET-01). Lowercase; ASCII, as hosts are sent in requests.
/// </summary>
public sealed record HostName
{
    private HostName(string value) => Value = value;

    public string Value { get; }

    /// <summary>Whether it represents all names below a domain instead of one host.</summary>
    public bool IsSuffix => Value.StartsWith('.');

    /// <exception cref="FormatException">The text is not a host; the message states why.</exception>
    public static HostName Parse(string text) =>
        TryParse(text, out var host, out var fault) ? host : throw new FormatException(fault.Reason);

    /// <summary>Parses a host of at least two labels; capitals are converted to lowercase.</summary>
    public static bool TryParse(string? text, [NotNullWhen(true)] out HostName? host, [NotNullWhen(false)] out TextFault? fault)
    {
        fault = FaultOf(text ?? "");
        host = fault is null ? new HostName(text!.ToLowerInvariant()) : null;
        return fault is null;
    }

    /// <summary>Whether the host equals this one or is below this suffix.</summary>
    public bool Covers(HostName other)
    {
        ArgumentNullException.ThrowIfNull(other);
        return Value == other.Value || (IsSuffix && (other.Value.EndsWith(Value, StringComparison.Ordinal) || other.Value == Value[1..]));
    }

    public override string ToString() => Value;

    private static TextFault? FaultOf(string text)
    {
        if (HostText.CommonFault(text, "host") is { } fault)
        {
            return fault with { Suggestion = Suggest(text) };
        }

        if (text.IndexOfAny(['/', '\\', '?', '#', ':']) >= 0)
        {
            return new TextFault(TextFaultKind.Malformed, "Enter only the host, without path and port.", Suggest(text));
        }

        var name = text.StartsWith('.') ? text[1..] : text;
        if (!Ascii.IsValid(name))
        {
            return new TextFault(TextFaultKind.NotCanonical, "Enter the host in its ASCII form.", Suggest(text));
        }

        var labels = name.Split('.');
        if (labels.Length < 2)
        {
            return new TextFault(TextFaultKind.Malformed, "Enter the whole name, such as contoso.sharepoint.com.");
        }

        if (name.Length > 253 || !labels.All(IsLabel))
        {
            return new TextFault(
                TextFaultKind.Malformed,
                "A host consists of labels with letters, digits and hyphens, 1 to 63 characters each, with at most one leading dot.",
                Suggest(text)
            );
        }

        return labels[^1].All(char.IsAsciiDigit)
            ? new TextFault(TextFaultKind.Malformed, "This is an address, not a name; enter addresses in the IP ranges.")
            : null;
    }

    internal static bool IsLabel(string label) =>
        label.Length is >= 1 and <= 63 && label[0] != '-' && label[^1] != '-' && label.All(c => char.IsAsciiLetterOrDigit(c) || c == '-');

    private static string? Suggest(string text)
    {
        var repaired = HostText.Repair(text);
        if (repaired.LastIndexOf(':') is > 0 and var port)
        {
            repaired = repaired[..port];
        }

        if (!Ascii.IsValid(repaired))
        {
            repaired = (repaired.StartsWith('.') ? "." : "") + ToAscii(repaired.TrimStart('.'));
        }

        return repaired.Length > 0 && repaired != text && FaultOf(repaired) is null ? repaired : null;
    }

    private static string ToAscii(string name)
    {
        try
        {
            return new IdnMapping { UseStd3AsciiRules = true }.GetAscii(name);
        }
        catch (ArgumentException)
        {
            return "";
        }
    }
}
