using System.Xml;

namespace MamConsole.Simulator.AppLocker;

/// <summary>
/// Validates a rule collection with AppLocker's grammar as Windows does (docs/reference/wip-authoring.md §5.2): in one pass, without
/// loading the document into memory.
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

    /// <summary>Returns the first fault as text; null when the text is one rule collection of this type.</summary>
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
