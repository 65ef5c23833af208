using System.Globalization;
using System.Text;
using MamConsole.PolicyEngine.PolicyFile;
using MamConsole.Protocol;

namespace MamConsole.PolicyEngine.Import;

/// <summary>
/// Reads AppLocker policies for the rules that the app lists support (docs/reference/wip-authoring.md §5). All other rules are listed in
/// the report with the reason for dropping them. The reader makes one pass, limits its input and accepts no document types.
/// </summary>
internal static class AppLockerReader
{
    /// <summary>The maximum number of elements; an AppLocker policy of a large company has some thousand rules of four elements.</summary>
    private static readonly WireLimits Limits = WireLimits.Default with { MaxElements = 20_000, MaxDepth = 12 };

    private sealed class InvalidAppLockerException(string reason) : Exception(reason);

    /// <param name="text">The XML text.</param>
    /// <param name="prefix">The prefix of each path: the location of the XML in its source.</param>
    /// <param name="exempt">The list that receives the rules.</param>
    /// <param name="apps">Receives the rules.</param>
    /// <param name="report">Receives a line for each rule.</param>
    /// <returns>Null when the policy was read; otherwise the fault, and neither apps nor report are changed.</returns>
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

    /// <summary>The text is already decoded, so its encoding declaration would be misleading and is removed.</summary>
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
