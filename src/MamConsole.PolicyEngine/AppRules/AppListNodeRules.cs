using System.Text;
using MamConsole.PolicyEngine.Findings;
using MamConsole.PolicyEngine.Nodes;
using MamConsole.Protocol;
using MamConsole.Protocol.Csp;

namespace MamConsole.PolicyEngine.AppRules;

/// <summary>
/// Checks the nodes of AppLocker: their path and the grammar of their rules (docs/reference/wip-authoring.md §5.1, §5.2, §5.5).
/// </summary>
internal static class AppListNodeRules
{
    private const string Everyone = "S-1-1-0";

    private static readonly WireLimits Limits = WireLimits.Default with
    {
        MaxBytes = 64 * 1024 * 1024,
        MaxElements = 1_000_000,
        MaxDepth = 12,
        MaxNameText = 64 * 1024,
    };

    private static readonly string[] RuleAttributes = ["Id", "Name", "Description", "UserOrGroupSid", "Action"];

    private sealed class Broken(string code, string message) : Exception(message)
    {
        public string Code => code;
    }

    public static IEnumerable<Finding> Check(IEnumerable<CompiledNode> nodes)
    {
        var ids = new HashSet<Guid>();
        foreach (var node in nodes.Where(node => node.LocUri.Contains("/AppLocker/", StringComparison.OrdinalIgnoreCase)))
        {
            if (FaultOf(node, ids) is { } broken)
            {
                yield return new(broken.Code, Severity.Block, node.LocUri, broken.Message);
            }
        }
    }

    private static Broken? FaultOf(CompiledNode node, HashSet<Guid> ids)
    {
        try
        {
            Collection(node.Value, Type(node.LocUri), ids);
            return null;
        }
        catch (Broken broken)
        {
            return broken;
        }
    }

    /// <summary>Returns the type that a branch requires.</summary>
    private static string Type(string locUri)
    {
        var steps = locUri.Split('/');
        var branch = Array.FindIndex(steps, step => step.Equals("AppLocker", StringComparison.OrdinalIgnoreCase)) + 1;
        EnsureAllowed(
            branch < steps.Length && steps[branch] == "EnterpriseDataProtection",
            "W-APP-01",
            "Only the branch EnterpriseDataProtection controls access to work data; the others control which apps may run."
        );
        EnsureAllowed(
            branch + 4 == steps.Length && steps[^1] == "Policy",
            "W-APP-01",
            "A list consists of a grouping, EXE or StoreApps, and Policy."
        );
        EnsureAllowed(
            steps[branch + 1] is AppLockerCsp.GroupingPlaceholder or AppLockerCsp.GroupingPlaceholder + AppLockerCsp.ExemptSuffix,
            "W-APP-02",
            "A list's name is generated for each enrollment, and ends in EdpExempt if and only if its apps are exempt."
        );
        return steps[branch + 2] switch
        {
            "EXE" => "Exe",
            "StoreApps" => "Appx",
            _ => throw new Broken("W-APP-01", "Protected apps are programs (EXE) and packages (StoreApps)."),
        };
    }

    private static void Collection(string text, string type, HashSet<Guid> ids)
    {
        EnsureAllowed(
            !text.Contains("&lt;RuleCollection", StringComparison.Ordinal) && !text.Contains("&amp;lt;", StringComparison.Ordinal),
            "W-APP-21",
            "The text is already escaped; the message writer would escape it again."
        );
        using var xml = WireReader.Open(Encoding.UTF8.GetBytes(text), Limits, reason => new Broken("W-APP-03", reason));
        EnsureAllowed(
            xml.Name == "RuleCollection" && xml.Attribute("Type") == type,
            "W-APP-03",
            $"The value is not a single RuleCollection of the type {type}."
        );
        for (var inside = xml.Enter(); xml.Next(inside); )
        {
            Rule(xml, ids);
        }

        xml.End();
    }

    private static void Rule(WireReader xml, HashSet<Guid> ids)
    {
        EnsureAllowed(
            Array.TrueForAll(RuleAttributes, name => xml.Attribute(name) is not null),
            "W-APP-04",
            "A rule lacks one of its five attributes."
        );
        EnsureAllowed(
            Guid.TryParseExact(xml.Attribute("Id"), "D", out var id) && ids.Add(id),
            "W-APP-05",
            "A rule's id is not a GUID without braces, or appears twice."
        );
        EnsureAllowed(xml.Attribute("UserOrGroupSid") == Everyone, "W-APP-22", "Rules must be for everyone on the PC (S-1-1-0).");
        var conditions = 0;
        for (var inside = xml.Enter(); xml.Next(inside); )
        {
            conditions += xml.Name == "Conditions" ? 1 : 0;
            for (var parts = xml.Enter(); xml.Next(parts); )
            {
                Condition(xml);
            }
        }

        EnsureAllowed(conditions == 1, "W-APP-04", "A rule must have exactly one Conditions element.");
    }

    private static void Condition(WireReader xml)
    {
        var publisher = xml.Name == "FilePublisherCondition";
        var ranges = 0;
        for (var inside = xml.Enter(); xml.Next(inside); )
        {
            ranges +=
                xml.Name == "BinaryVersionRange" && xml.Attribute("LowSection") is not null && xml.Attribute("HighSection") is not null
                    ? 1
                    : 0;
            xml.Skip();
        }

        EnsureAllowed(!publisher || ranges == 1, "W-APP-06", "A publisher condition must have one BinaryVersionRange with both sections.");
    }

    private static void EnsureAllowed(bool holds, string code, string message)
    {
        if (!holds)
        {
            throw new Broken(code, message);
        }
    }
}
