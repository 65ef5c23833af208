using System.Diagnostics.CodeAnalysis;

namespace MamConsole.PolicyEngine.Values;

/// <summary>The identity name of a package, such as <c>Microsoft.MicrosoftEdge</c>: 3 to 50 letters, digits, dots and hyphens; no family
/// hash (W-APP-08).</summary>
public sealed record PackageIdentityName
{
    private PackageIdentityName(string value) => Value = value;

    /// <summary>Matches all packages of a publisher.</summary>
    public static readonly PackageIdentityName Any = new("*");

    public string Value { get; }

    /// <exception cref="FormatException">The text is not an identity name; the message states why.</exception>
    public static PackageIdentityName Parse(string text) =>
        TryParse(text, out var name, out var fault) ? name : throw new FormatException(fault.Reason);

    public static bool TryParse(string? text, [NotNullWhen(true)] out PackageIdentityName? name, [NotNullWhen(false)] out TextFault? fault)
    {
        var trimmed = (text ?? "").Trim();
        fault = trimmed == "*" || IsName(trimmed) ? null : FaultOf(trimmed);
        name = fault is null ? new PackageIdentityName(trimmed) : null;
        return fault is null;
    }

    public override string ToString() => Value;

    private static bool IsName(string text) =>
        text.Length is >= 3 and <= 50 && text.All(c => char.IsAsciiLetterOrDigit(c) || c is '.' or '-');

    private static TextFault FaultOf(string text)
    {
        if (text.Length == 0)
        {
            return new TextFault(TextFaultKind.Empty, "Enter the package's identity name, as shown by Get-AppxPackage under Name.");
        }

        return text.IndexOf('_', StringComparison.Ordinal) is > 0 and var hash
            ? new TextFault(
                TextFaultKind.NotCanonical,
                "This is a package family name or full name. AppLocker requires the identity name before the first underscore.",
                IsName(text[..hash]) ? text[..hash] : null
            )
            : new TextFault(TextFaultKind.Malformed, "An identity name has 3 to 50 letters, digits, dots and hyphens.");
    }
}
