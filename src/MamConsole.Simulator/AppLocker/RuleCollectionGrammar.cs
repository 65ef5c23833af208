using System.Xml;

namespace MamConsole.Simulator.AppLocker;

/// <summary>
/// AppLocker's grammar of a rule collection, read as Windows reads it (docs/reference/wip-authoring.md §5.2): one pass, no document in
/// memory.
/// </summary>
internal static class RuleCollectionGrammar
{
    private static readonly XmlReaderSettings Settings = new()
    {
        DtdProcessing = DtdProcessing.Prohibit,
        XmlResolver = null,
        ConformanceLevel = ConformanceLevel.Fragment,
        IgnoreComments = true,
        IgnoreProcessingInstructions = true,
        IgnoreWhitespace = true,
        MaxCharactersInDocument = 1 << 20,
    };

    /// <summary>The first fault, in words; null when the text is one rule collection of this type.</summary>
    public static string? FindFault(string text, RuleCollectionType type)
    {
        try
        {
            using var reader = XmlReader.Create(new StringReader(text), Settings);
            new RuleCollectionReader(reader, type).Read();
            return null;
        }
        catch (XmlException malformed)
        {
            return malformed.Message;
        }
        catch (RuleCollectionFault fault)
        {
            return fault.Message;
        }
    }
}
