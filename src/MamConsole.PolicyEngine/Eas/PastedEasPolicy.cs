using System.Globalization;
using System.Text;
using MamConsole.PolicyEngine.Values;
using MamConsole.Protocol.ActiveSync;

namespace MamConsole.PolicyEngine.Eas;

/// <summary>
/// An Exchange policy parsed from text: the output of <c>Get-MobileDeviceMailboxPolicy | Format-List</c> (or the older
/// <c>Get-ActiveSyncMailboxPolicy</c>), or an EASProvisionDoc in XML. Every line either produces a setting or is listed.
/// </summary>
/// <param name="Policy">The parsed policy; null when the text is not an Exchange policy, or a line has an invalid value.</param>
/// <param name="Name">The name of the policy, when the text contains it.</param>
/// <param name="Taken">The number of lines that produced a setting, including those with the value "none".</param>
/// <param name="Lines">The lines that produced no setting.</param>
/// <param name="Rejection">Why nothing was imported, when a single line is not the cause.</param>
public sealed record PastedEasPolicy(EasPolicy? Policy, string Name, int Taken, ValueList<PastedLine> Lines, string? Rejection)
{
    /// <summary>The maximum length of the text, in characters.</summary>
    public const int MaximumLength = 64 * 1024;

    /// <summary>Whether a relevant value could not be parsed.</summary>
    public bool HasWrong => Lines.Any(line => line.Kind == PastedLineKind.Wrong);

    public static PastedEasPolicy Read(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (text.Length > MaximumLength)
        {
            return Reject($"The text is longer than {MaximumLength} characters. Paste one policy.");
        }

        return text.AsSpan().TrimStart().StartsWith("<") ? ReadXml(text.Trim()) : ExchangeList.Read(text);
    }

    internal static PastedEasPolicy Reject(string reason) => new(null, "", 0, [], reason);

    /// <summary>Combines the parsed parts.</summary>
    internal static PastedEasPolicy Of(string name, IReadOnlyCollection<EasSetting> settings, IReadOnlyCollection<PastedLine> lines) =>
        settings.Count == 0 && lines.All(line => line.Kind != PastedLineKind.Wrong)
            ? new PastedEasPolicy(null, name, 0, lines.ToValueList(), "The text contains no rule of an Exchange policy.")
            : new PastedEasPolicy(
                lines.Any(line => line.Kind == PastedLineKind.Wrong) ? null : EasPolicy.Of(settings),
                name,
                settings.Count,
                lines.ToValueList(),
                null
            );

    private static PastedEasPolicy ReadXml(string text)
    {
        IReadOnlyList<EasProvisionElement> elements;
        try
        {
            elements = EasProvisionDocReader.Read(Encoding.UTF8.GetBytes(text));
        }
        catch (EasFormatException rejected)
        {
            return Reject($"The text looks like XML but cannot be parsed. {rejected.Message}");
        }

        var settings = new Dictionary<string, EasSetting>(StringComparer.Ordinal);
        var lines = new List<PastedLine>();
        foreach (var (element, number) in elements.Select((element, index) => (element, index + 1)))
        {
            var shown = element.Text.Length == 0 ? element.Name : $"{element.Name}: {element.Text}";
            if (EasElement.Find(element.Name) is not { } known)
            {
                lines.Add(PastedLine.Of(number, shown, PastedLineKind.Unknown, "EASProvisionDoc has no such element."));
            }
            else if (Setting(known, element) is not { } setting)
            {
                lines.Add(PastedLine.Of(number, shown, PastedLineKind.Wrong, $"{known.Name} must be {known.Range}, or empty."));
            }
            else if (!settings.TryAdd(known.Name, setting))
            {
                lines.Add(PastedLine.Of(number, shown, PastedLineKind.Wrong, $"{known.Name} appears twice."));
            }
        }

        return Of("", settings.Values, lines);
    }

    private static EasSetting? Setting(EasElement element, EasProvisionElement read) =>
        element.Kind == EasKind.List ? new EasSetting(element.Name, null, read.Items.ToValueList())
        : read.Text.Length == 0 ? new EasSetting(element.Name, null, [])
        : long.TryParse(read.Text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) && element.Takes(number)
            ? new EasSetting(element.Name, number)
        : null;
}
