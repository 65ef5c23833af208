using MamConsole.PolicyEngine.NetworkBoundary;
using MamConsole.PolicyEngine.Values;
using MamConsole.Server.Ui.Fields;

namespace MamConsole.Server.Policies.Pages.Panels;

/// <summary>Converts list rows to text and back. Any text makes a row; validation reports what is wrong with it.</summary>
internal static class ListRows
{
    public static CloudResource ReadResource(string text) =>
        text.IndexOf(',', StringComparison.Ordinal) is > 0 and var comma
            ? new CloudResource { Host = text[..comma].Trim(), Proxy = text[(comma + 1)..].Trim() }
            : new CloudResource { Host = text };

    public static string RangeText(AddressRange range) => range.Last.Length == 0 ? range.First : $"{range.First}-{range.Last}";

    /// <summary>
    /// Parses "first-last". Without a dash, or with a prefix length, the whole text becomes the first address, and validation reports it.
    /// </summary>
    public static AddressRange ReadRange(string text) =>
        text.Split(['-', '–'], 2, StringSplitOptions.TrimEntries) is [var first, var last]
            ? new AddressRange { First = first, Last = last }
            : new AddressRange { First = text };

    public static PastedRows<AddressRange> PasteRanges(string text) => Of(PastedBoundary.IpRanges(text));

    /// <summary>Converts the result of a pasted list for the editor.</summary>
    public static PastedRows<T> Of<T>(Pasted<T> pasted) => new(pasted.Rows, pasted.Repairs);
}
