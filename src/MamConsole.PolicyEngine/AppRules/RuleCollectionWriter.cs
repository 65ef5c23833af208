using System.Security.Cryptography;
using System.Text;
using System.Xml;

namespace MamConsole.PolicyEngine.AppRules;

/// <summary>
/// Writes one RuleCollection, the value of an AppLocker Policy node: one element, no declaration, no wrapper
/// (docs/reference/wip-authoring.md §5.2). The message writer escapes the text for SyncML. The same rules produce the same bytes.
/// </summary>
internal static class RuleCollectionWriter
{
    /// <summary>The SID of Everyone: app lists of WIP apply to all users of the PC.</summary>
    private const string Everyone = "S-1-1-0";

    private static readonly XmlWriterSettings Settings = new()
    {
        OmitXmlDeclaration = true,
        CheckCharacters = true,
        NewLineHandling = NewLineHandling.Entitize,
    };

    /// <param name="packaged">Whether the type is Appx instead of Exe.</param>
    /// <param name="exempt">The list; it is part of the rules' ids, which must differ between the lists.</param>
    /// <param name="rules">All rules of that type.</param>
    public static string Write(bool packaged, bool exempt, IEnumerable<AppMatch> rules)
    {
        var text = new StringBuilder();
        using (var xml = XmlWriter.Create(text, Settings))
        {
            xml.WriteStartElement("RuleCollection");
            xml.WriteAttributeString("Type", packaged ? "Appx" : "Exe");
            foreach (var rule in rules)
            {
                Rule(xml, exempt, rule);
            }

            xml.WriteEndElement();
        }

        return text.ToString();
    }

    private static void Rule(XmlWriter xml, bool exempt, AppMatch rule)
    {
        xml.WriteStartElement(rule.Condition.Match(_ => "FilePublisherRule", _ => "FilePathRule", _ => "FileHashRule"));
        xml.WriteAttributeString("Id", Id(exempt, rule).ToString("D"));
        xml.WriteAttributeString("Name", rule.Name);
        xml.WriteAttributeString("Description", "");
        xml.WriteAttributeString("UserOrGroupSid", Everyone);
        xml.WriteAttributeString("Action", rule.Deny ? "Deny" : "Allow");
        xml.WriteStartElement("Conditions");
        _ = rule.Condition.Match(publisher => Condition(xml, publisher), path => Path(xml, path), hash => Hash(xml, hash));
        xml.WriteEndElement();
        if (rule.Deviations.Count > 0)
        {
            xml.WriteStartElement("Exceptions");
            foreach (var exception in rule.Deviations)
            {
                Condition(xml, exception);
            }

            xml.WriteEndElement();
        }

        xml.WriteEndElement();
    }

    private static bool Path(XmlWriter xml, string path)
    {
        xml.WriteStartElement("FilePathCondition");
        xml.WriteAttributeString("Path", path);
        xml.WriteEndElement();
        return true;
    }

    private static bool Hash(XmlWriter xml, HashCondition hash)
    {
        xml.WriteStartElement("FileHashCondition");
        xml.WriteStartElement("FileHash");
        xml.WriteAttributeString(
            "Type",
            hash.Algorithm switch
            {
                AppHashKind.Sha1 => "SHA1",
                AppHashKind.Sha256Flat => "SHA256Flat",
                _ => "SHA256",
            }
        );
        xml.WriteAttributeString("Data", $"0x{hash.Digits}");
        if (hash.FileName.Length > 0)
        {
            xml.WriteAttributeString("SourceFileName", hash.FileName);
        }

        xml.WriteEndElement();
        xml.WriteEndElement();
        return true;
    }

    private static bool Condition(XmlWriter xml, PublisherCondition condition)
    {
        xml.WriteStartElement("FilePublisherCondition");
        xml.WriteAttributeString("PublisherName", condition.Publisher);
        xml.WriteAttributeString("ProductName", condition.Product);
        xml.WriteAttributeString("BinaryName", condition.Binary);
        xml.WriteStartElement("BinaryVersionRange");
        xml.WriteAttributeString("LowSection", condition.Low.Value);
        xml.WriteAttributeString("HighSection", condition.High.Value);
        xml.WriteEndElement();
        xml.WriteEndElement();
        return true;
    }

    /// <summary>
    /// Returns a GUID (version 8: custom, RFC 9562) derived from the rule's condition and its list, so that an unchanged rule retains its
    /// id.
    /// </summary>
    private static Guid Id(bool exempt, AppMatch rule)
    {
        string?[] what = rule.Condition.Match<string?[]>(
            c => [c.Publisher, c.Product, c.Binary, $"{c.Low}", $"{c.High}"],
            path => ["path", path],
            hash => ["hash", $"{hash.Algorithm}", hash.Digits]
        );
        var identity = string.Join(
            '\n',
            [exempt ? "exempt" : "allowed", rule.IsPackaged ? "Appx" : "Exe", rule.Deny ? "Deny" : "Allow", .. what]
        );
        identity = rule.Deviations.Aggregate(identity, (all, e) => string.Join('\n', all, e.Publisher, e.Product, e.Binary, e.Low, e.High));
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(Encoding.UTF8.GetBytes(identity), hash);
        hash[6] = (byte)((hash[6] & 0x0F) | 0x80);
        hash[8] = (byte)((hash[8] & 0x3F) | 0x80);
        return new Guid(hash[..16], bigEndian: true);
    }
}
