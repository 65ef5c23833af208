using System.Globalization;
using System.Xml;

namespace MamConsole.Simulator.AppLocker;

/// <summary>
/// Reads a rule collection from its first tag to its last. Throws <see cref="RuleCollectionFault"/> at the first content that the grammar
/// does not allow.
/// </summary>
internal sealed class RuleCollectionReader(XmlReader reader, RuleCollectionType type)
{
    private readonly HashSet<Guid> _ids = [];

    public void Read()
    {
        Expect(
            reader.Read() && reader.NodeType == XmlNodeType.Element && reader.Name == "RuleCollection",
            "The root element must be RuleCollection."
        );
        var attributes = Attributes(["Type"], ["EnforcementMode"]);
        Expect(attributes["Type"] == type.ToString(), $"Type is '{attributes["Type"]}'; this node requires '{type}'.");
        Expect(
            attributes.GetValueOrDefault("EnforcementMode") is null or "NotConfigured" or "AuditOnly" or "Enabled",
            "EnforcementMode must be NotConfigured, AuditOnly or Enabled."
        );
        Children(Rule);
        Expect(reader.EOF, "The text continues after the RuleCollection.");
    }

    private void Rule(string kind)
    {
        Expect(kind is "FilePublisherRule" or "FilePathRule" or "FileHashRule", $"{kind} is not a rule.");
        var attributes = Attributes(["Id", "Name", "Description", "UserOrGroupSid", "Action"], []);
        Expect(Guid.TryParseExact(attributes["Id"], "D", out var id), "Id must be a GUID without braces.");
        Expect(_ids.Add(id), $"Id {id} is used twice.");
        Expect(attributes["Name"].Length is >= 1 and <= 1024, "Name must have 1 to 1024 characters.");
        Expect(attributes["Description"].Length <= 1024, "Description must have at most 1024 characters.");
        Expect(IsSid(attributes["UserOrGroupSid"]), "UserOrGroupSid must be a SID.");
        Expect(attributes["Action"] is "Allow" or "Deny", "Action must be Allow or Deny.");

        var condition = kind.Replace("Rule", "Condition", StringComparison.Ordinal);
        var (conditions, exceptions) = (0, 0);
        Children(part =>
        {
            Attributes([], []);
            if (part == "Conditions")
            {
                Expect(++conditions == 1 && exceptions == 0, "Conditions must appear once, before Exceptions.");
                Expect(Children(name => Condition(name, name == condition)) == 1, $"{kind} requires exactly one condition.");
                return;
            }

            Expect(
                part == "Exceptions" && kind != "FileHashRule" && ++exceptions == 1,
                $"{part} is not allowed at this position in {kind}."
            );
            Children(name => Condition(name, fits: true));
        });
        Expect(conditions == 1, $"{kind} has no Conditions.");
    }

    private void Condition(string kind, bool fits)
    {
        Expect(fits, $"{kind} is not the condition type of this rule.");
        switch (kind)
        {
            case "FilePublisherCondition":
                var names = Attributes(["PublisherName", "ProductName", "BinaryName"], []);
                Expect(names.Values.All(name => name.Length > 0), "A publisher condition requires publisher, product and file, or '*'.");
                Expect(Children(VersionRange) == 1, "A publisher condition requires exactly one BinaryVersionRange.");
                break;
            case "FilePathCondition":
                Expect(Attributes(["Path"], [])["Path"].Length is >= 1 and <= 32767, "Path must have 1 to 32767 characters.");
                Expect(Children(Nothing) == 0, "A path condition must be empty.");
                break;
            case "FileHashCondition":
                Attributes([], []);
                Expect(Children(Hash) >= 1, "A hash condition requires at least one FileHash.");
                break;
            default:
                throw new RuleCollectionFault($"{kind} is not a condition.");
        }
    }

    private void VersionRange(string name)
    {
        Expect(name == "BinaryVersionRange", $"{name} is not allowed; BinaryVersionRange is expected.");
        var range = Attributes(["LowSection", "HighSection"], []);
        Expect(range.Values.All(IsVersion), "A version must be '*' or four numbers of 1 to 5 digits.");
        Expect(Children(Nothing) == 0, "A version range must be empty.");
    }

    private void Hash(string name)
    {
        Expect(name == "FileHash", $"{name} is not allowed; FileHash is expected.");
        var hash = Attributes(["Type", "Data"], ["SourceFileName", "SourceFileLength"]);
        var digits = hash["Type"] switch
        {
            "SHA256" or "SHA256Flat" => 64,
            "SHA1" => 40,
            _ => throw new RuleCollectionFault("The hash's Type must be SHA256, SHA256Flat or SHA1."),
        };
        Expect(
            hash["Data"] is ['0', 'x', .. var hex] && hex.Length == digits && hex.All(char.IsAsciiHexDigit),
            $"A {hash["Type"]} hash must be 0x and {digits} hex digits."
        );
        Expect(Children(Nothing) == 0, "A hash must be empty.");
    }

    private static void Nothing(string name) => throw new RuleCollectionFault($"{name} is not allowed here.");

    /// <summary>
    /// Reads the children of the current element and positions the reader after its end tag. Each call of <paramref name="child"/> must do
    /// the same for its element.
    /// </summary>
    /// <returns>The number of children.</returns>
    private int Children(Action<string> child)
    {
        var count = 0;
        var empty = reader.IsEmptyElement;
        reader.Read();
        if (empty)
        {
            return count;
        }

        while (reader.NodeType != XmlNodeType.EndElement)
        {
            Expect(reader.NodeType == XmlNodeType.Element, $"Text '{reader.Value}' is not allowed between elements.");
            child(reader.Name);
            count++;
        }

        reader.Read();
        return count;
    }

    /// <summary>Returns the attributes of the current element. Missing required attributes and unknown attributes are faults.</summary>
    private Dictionary<string, string> Attributes(string[] required, string[] optional)
    {
        var found = new Dictionary<string, string>(StringComparer.Ordinal);
        for (var more = reader.MoveToFirstAttribute(); more; more = reader.MoveToNextAttribute())
        {
            Expect(required.Contains(reader.Name) || optional.Contains(reader.Name), $"Attribute {reader.Name} is not allowed here.");
            found.Add(reader.Name, reader.Value);
        }

        reader.MoveToElement();
        foreach (var name in required)
        {
            Expect(found.ContainsKey(name), $"{reader.Name} has no attribute {name}.");
        }

        return found;
    }

    private static bool IsVersion(string text) =>
        text == "*"
        || (text.Split('.') is { Length: 4 } parts && parts.All(part => part.Length is >= 1 and <= 5 && part.All(char.IsAsciiDigit)));

    private static bool IsSid(string text) =>
        text.Split('-') is ["S", "1", _, ..] parts
        && parts.Length >= 4
        && parts[2..].All(part => ulong.TryParse(part, NumberStyles.None, CultureInfo.InvariantCulture, out _));

    private static void Expect(bool holds, string fault)
    {
        if (!holds)
        {
            throw new RuleCollectionFault(fault);
        }
    }
}
