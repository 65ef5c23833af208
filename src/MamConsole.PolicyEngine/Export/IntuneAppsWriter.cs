using System.Text;
using System.Text.Json.Nodes;
using MamConsole.PolicyEngine.AppRules;
using MamConsole.PolicyEngine.Import;
using MamConsole.PolicyEngine.Statements;
using MamConsole.PolicyEngine.Values;

namespace MamConsole.PolicyEngine.Export;

/// <summary>
/// Converts the app lists to Intune's form: plain rows become apps; rows that need more (exceptions, versions of packages, Microsoft's deny
/// rules) become an AppLocker file in Base64.
/// </summary>
internal sealed class IntuneAppsWriter(ImportReportBuilder report, JsonObject json)
{
    public void Write(AppRulesSettings apps)
    {
        List(apps.Allowed, "allowed", "protectedApps", "protectedAppLockerFiles", apps.UseRecommendedDenyRules == true);
        List(apps.Exempt, "exempt", "exemptApps", "exemptAppLockerFiles", recommended: false);
        if (apps.UseRecommendedDenyRules is { } deny)
        {
            if (deny)
            {
                report.AddImported(
                    "appRules.useRecommendedDenyRules",
                    "true",
                    "protectedAppLockerFiles",
                    "Exported as an AppLocker file with those rules."
                );
            }
            else
            {
                report.Drop(
                    "appRules.useRecommendedDenyRules",
                    "false",
                    "Intune expresses this by omitting those rules, which is the same as not set."
                );
            }
        }
    }

    private void List(ValueList<AppRule> rules, string list, string apps, string files, bool recommended)
    {
        var plain = new JsonArray();
        var more = new List<AppMatch>();
        foreach (var (i, rule) in rules.Index())
        {
            var source = $"appRules.{list}[{i}]";
            var title =
                Wording.Typed(rule.Name)
                ?? rule.Match(store => store.PackageName, desktop => desktop.Binary, file => file.Path, file => file.FileName);
            if (Plain(rule) is { } app)
            {
                plain.Add(app);
                report.AddImported(source, title, apps);
            }
            else if (IsReadable(rule))
            {
                more.Add(AppMatch.Parse(rule));
                report.AddImported(
                    source,
                    title,
                    files,
                    "Exported as a rule of an AppLocker file: Intune’s own rows support no exceptions, package versions, "
                        + "paths or hashes."
                );
            }
            else
            {
                report.Drop(
                    source,
                    title,
                    "The row contains an invalid value, and its exceptions or versions require an AppLocker file, which accepts no "
                        + "invalid values."
                );
            }
        }

        if (recommended)
        {
            more.AddRange(RecommendedDenyRules.All);
        }

        json[apps] = plain;
        json[files] = more.Count == 0 ? [] : new JsonArray(File(more, exempt: list == "exempt"));
    }

    /// <summary>Returns the row as a Graph app, or null when Graph's app cannot express it.</summary>
    private static JsonObject? Plain(AppRule rule) =>
        rule.Exceptions.Count > 0
            ? null
            : rule.Match(
                store =>
                    store.LowVersion.Length > 0 || store.HighVersion.Length > 0
                        ? null
                        : new JsonObject
                        {
                            ["@odata.type"] = "#microsoft.graph.windowsInformationProtectionStoreApp",
                            ["displayName"] = store.Name,
                            ["publisherName"] = store.Publisher,
                            ["productName"] = store.PackageName,
                            ["denied"] = store.Deny,
                        },
                desktop => new JsonObject
                {
                    ["@odata.type"] = "#microsoft.graph.windowsInformationProtectionDesktopApp",
                    ["displayName"] = desktop.Name,
                    ["publisherName"] = desktop.Publisher,
                    ["productName"] = desktop.Product,
                    ["denied"] = desktop.Deny,
                    ["binaryName"] = desktop.Binary,
                    ["binaryVersionLow"] = desktop.LowVersion,
                    ["binaryVersionHigh"] = desktop.HighVersion,
                },
                _ => null,
                _ => null
            );

    private static bool IsReadable(AppRule rule)
    {
        var signed = rule is AppRule.StoreApp or AppRule.DesktopApp;
        string[] publishers =
        [
            .. signed ? new[] { rule.Publisher } : [],
            .. rule.Exceptions.Select(e => e.Publisher).Where(text => !signed || text.Length > 0),
        ];
        string[] versions = [rule.LowVersion, rule.HighVersion, .. rule.Exceptions.SelectMany(e => new[] { e.LowVersion, e.HighVersion })];
        string[] texts = [rule.Name, .. rule.Exceptions.SelectMany(e => new[] { e.Product, e.Binary })];
        return Array.TrueForAll(publishers, text => PublisherName.TryParse(text, out _))
            && Array.TrueForAll(versions, text => AppVersion.TryParse(text, out _))
            && Array.TrueForAll(texts, XmlText.CanCarry)
            && rule.Match(
                store => PackageIdentityName.TryParse(store.PackageName, out _, out _),
                desktop => XmlText.CanCarry(desktop.Product + desktop.Binary),
                file => Wording.Typed(file.Path) is { } path && XmlText.CanCarry(path),
                file => FileHash.IsHash(file.Algorithm, file.Hash) && XmlText.CanCarry(file.FileName)
            );
    }

    private static JsonObject File(List<AppMatch> rules, bool exempt)
    {
        var xml = new StringBuilder("<AppLockerPolicy Version=\"1\">");
        foreach (var packaged in new[] { false, true })
        {
            var own = rules
                .Where(rule => rule.IsPackaged == packaged)
                .DistinctBy(rule => (rule.Deny, rule.Condition, rule.Deviations))
                .ToArray();
            if (own.Length > 0)
            {
                xml.Append(RuleCollectionWriter.Write(packaged, exempt, own));
            }
        }

        xml.Append("</AppLockerPolicy>");
        return new JsonObject
        {
            ["displayName"] = "MamConsole.xml",
            ["file"] = Convert.ToBase64String(Encoding.UTF8.GetBytes(xml.ToString())),
        };
    }
}
