using System.Diagnostics.CodeAnalysis;

namespace MamConsole.PolicyEngine.Values;

/// <summary>The publisher of an app, as AppLocker compares it; <c>*</c> = any.</summary>
public sealed record PublisherName
{
    private const int MaximumTextLength = 1024;

    private PublisherName(string value) => Value = value;

    public string Value { get; }

    /// <summary>Whether it has the form of the subject of a package's certificate: <c>CN=…</c>.</summary>
    public bool IsPackaged => Value.StartsWith("CN=", StringComparison.OrdinalIgnoreCase);

    /// <summary>Whether it has the form that AppLocker uses for desktop apps: <c>O=…</c> in capitals.</summary>
    public bool IsDesktop => Value.StartsWith("O=", StringComparison.Ordinal) && !Value.Any(char.IsLower);

    /// <exception cref="FormatException">The text cannot be a publisher.</exception>
    public static PublisherName Parse(string text) =>
        TryParse(text, out var name) ? name : throw new FormatException($"'{text}' is not a publisher.");

    /// <summary>Accepts any text of 1 to 1024 characters that XML can contain.</summary>
    public static bool TryParse(string? text, [NotNullWhen(true)] out PublisherName? name)
    {
        var trimmed = (text ?? "").Trim();
        name = trimmed.Length is >= 1 and <= MaximumTextLength && XmlText.CanCarry(trimmed) ? new PublisherName(trimmed) : null;
        return name is not null;
    }

    public override string ToString() => Value;
}
