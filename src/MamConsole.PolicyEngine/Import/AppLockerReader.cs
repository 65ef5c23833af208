using System.Globalization;
using System.Text;
using MamConsole.PolicyEngine.PolicyFile;
using MamConsole.Protocol;

namespace MamConsole.PolicyEngine.Import;

/// <summary>
/// Reads AppLocker policies for the rules that the lists of protected apps can hold (docs/reference/wip-authoring.md §5). Everything else
/// is named in the ledger
/// with the reason why it was left. One pass, bounded, without document types.
/// </summary>
internal static class AppLockerReader
{
    /// <summary>An AppLocker policy of a whole company has some thousand rules of four elements.</summary>
    private static readonly WireLimits Limits = WireLimits.Default with { MaxElements = 20_000, MaxDepth = 12 };

    private sealed class InvalidAppLockerException(string reason) : Exception(reason);

    /// <param name="text">The XML.</param>
    /// <param name="prefix">Stands before each path: where the XML itself stood.</param>
    /// <param name="exempt">To which list the rules go.</param>
    /// <param name="apps">Takes the rules.</param>
    /// <param name="report">Takes a line for each rule.</param>
    /// <returns>Null when it was read; else why not, and then neither apps nor ledger got anything.</returns>
    public static FileFault? Read(string text, string prefix, bool exempt, AppListBuilder apps, ImportReportBuilder report)
    {
        var collections = new List<AppLockerCollection>();
        string root;
        try
        {
            using var xml = WireReader.Open(
                Encoding.UTF8.GetBytes(WithoutDeclaration(text)),
                Limits,
                reason => new InvalidAppLockerException(reason)
            );
            root = xml.Name;
            if (root == "RuleCollection")
            {
                collections.Add(Collection(xml, $"{prefix}/RuleCollection"));
            }
            else if (root == "AppLockerPolicy")
            {
                for (var inside = xml.Enter(); xml.Next(inside); )
                {
                    collections.Add(
                        xml.Name == "RuleCollection"
                            ? Collection(xml, $"{prefix}/AppLockerPolicy/RuleCollection[{xml.Attribute("Type") ?? "?"}]")
                            : Skipped(xml, $"{prefix}/AppLockerPolicy/{xml.Name}")
                    );
                }
            }
            else
            {
                return new FileFault($"{prefix}/{root}", "This XML is neither an AppLockerPolicy nor a RuleCollection.");
            }

            xml.End();
        }
        catch (InvalidAppLockerException e)
        {
            return new FileFault(prefix.Length == 0 ? "/" : prefix, e.Message);
        }

        AppLockerRules.Take(collections, exempt, apps, report);
        return null;
    }

    /// <summary>The text is decoded already: what it says of its encoding would only mislead.</summary>
    private static string WithoutDeclaration(string text)
    {
        var trimmed = text.TrimStart();
        return trimmed.StartsWith("<?xml ", StringComparison.Ordinal) && trimmed.IndexOf("?>", StringComparison.Ordinal) is > 0 and var end
            ? trimmed[(end + 2)..]
            : trimmed;
    }

    private static AppLockerCollection Skipped(WireReader xml, string path)
    {
        xml.Skip();
        return new AppLockerCollection(path, null, "", []);
    }

    private static AppLockerCollection Collection(WireReader xml, string path)
    {
        var type = xml.Attribute("Type") ?? "";
        var mode = xml.Attribute("EnforcementMode") ?? "";
        var rules = new List<AppLockerRule>();
        var counts = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var inside = xml.Enter(); xml.Next(inside); )
        {
            var name = xml.Name;
            var number = counts[name] = counts.GetValueOrDefault(name) + 1;
            rules.Add(Rule(xml, string.Create(CultureInfo.InvariantCulture, $"{path}/{name}[{number}]")));
        }

        return new AppLockerCollection(path, type, mode, rules);
    }

    private static AppLockerRule Rule(WireReader xml, string path)
    {
        var rule = new AppLockerRule(path, xml.Name)
        {
            Name = xml.Attribute("Name") ?? "",
            Description = xml.Attribute("Description") ?? "",
            Sid = xml.Attribute("UserOrGroupSid") ?? "",
            Action = xml.Attribute("Action") ?? "",
        };
        for (var inside = xml.Enter(); xml.Next(inside); )
        {
            switch (xml.Name)
            {
                case "Conditions":
                    Conditions(xml, rule.Conditions);
                    break;
                case "Exceptions":
                    Conditions(xml, rule.Exceptions);
                    break;
                default:
                    xml.Skip();
                    break;
            }
        }

        return rule;
    }

    private static void Conditions(WireReader xml, List<AppLockerCondition> into)
    {
        for (var inside = xml.Enter(); xml.Next(inside); )
        {
            var element = xml.Name;
            var (publisher, product, binary) = (xml.Attribute("PublisherName"), xml.Attribute("ProductName"), xml.Attribute("BinaryName"));
            var path = xml.Attribute("Path") ?? "";
            string? low = null,
                high = null;
            var hashes = new List<AppLockerHash>();
            for (var range = xml.Enter(); xml.Next(range); )
            {
                if (xml.Name == "FileHash")
                {
                    hashes.Add(
                        new AppLockerHash(xml.Attribute("Type") ?? "", xml.Attribute("Data") ?? "", xml.Attribute("SourceFileName") ?? "")
                    );
                }

                if (xml.Name == "BinaryVersionRange")
                {
                    (low, high) = (xml.Attribute("LowSection"), xml.Attribute("HighSection"));
                }

                xml.Skip();
            }

            into.Add(new AppLockerCondition(element, publisher, product, binary, low, high, path) { Hashes = hashes });
        }
    }
}
