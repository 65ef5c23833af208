using MamConsole.PolicyEngine.NetworkBoundary;
using MamConsole.PolicyEngine.Values;
using MamConsole.Server.Ui.Fields;

namespace MamConsole.Server.Policies.Pages.Panels;

/// <summary>List rows as text and back; any text makes a row, the rules say what is wrong with it.</summary>
internal static class ListRows
{
    public static CloudResource ReadResource(string text) =>
        text.IndexOf(',', StringComparison.Ordinal) is > 0 and var comma
            ? new CloudResource { Host = text[..comma].Trim(), Proxy = text[(comma + 1)..].Trim() }
            : new CloudResource { Host = text };

    public static string RangeText(AddressRange range) => range.Last.Length == 0 ? range.First : $"{range.First}-{range.Last}";

    /// <summary>
    /// "first-last"; without a dash, or with a network's length, all of it stands in the first end and the rules name it.
    /// </summary>
    public static AddressRange ReadRange(string text) =>
        text.Split(['-', '–'], 2, StringSplitOptions.TrimEntries) is [var first, var last]
            ? new AddressRange { First = first, Last = last }
            : new AddressRange { First = text };

    public static PastedRows<AddressRange> PasteRanges(string text) => Of(PastedBoundary.IpRanges(text));

    /// <summary>What the engine made of a pasted list, for the editor.</summary>
    public static PastedRows<T> Of<T>(Pasted<T> pasted) => new(pasted.Rows, pasted.Repairs);
}
