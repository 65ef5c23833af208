using System.Text;
using System.Text.RegularExpressions;
using MamConsole.PolicyEngine;
using MamConsole.PolicyEngine.Authoring;
using MamConsole.PolicyEngine.Export;
using MamConsole.PolicyEngine.PolicyFile;

namespace MamConsole.Tests.PolicyEngine.Export;

public sealed partial class ReadableDocumentTests
{
    private static readonly DocumentHead Head = new("The draft", SamplePolicies.Now);

    [Fact]
    public void Write_ContainsAllStatementsItemsAndFindings()
    {
        var policy = SamplePolicies.Rich with
        {
            Comments = FieldComments.Of(
                new FieldComment("policy", "All of it"),
                new FieldComment("deviceLock.lockAfterMinutes", "Audit of 2025")
            ),
        };
        var page = Text(Write("Sales", policy));

        Assert.All(
            PolicyWords.Describe(policy),
            statement =>
                Assert.Contains(
                    statement.Field.StartsWith("why.", StringComparison.Ordinal) ? statement.Value : statement.Sentence,
                    page,
                    StringComparison.Ordinal
                )
        );
        Assert.All(
            PolicyWords.Describe(policy).SelectMany(statement => statement.Items),
            item => Assert.Contains(item, page, StringComparison.Ordinal)
        );
        Assert.All(
            PolicyValidator.Validate(policy, SamplePolicies.Context).Findings,
            finding => Assert.Contains(finding.Message, page, StringComparison.Ordinal)
        );
        Assert.Contains("The draft. Written on 1 June 2026, 09:00 UTC.", page, StringComparison.Ordinal);
    }

    [Fact]
    public void Write_ShowsReasonAndAcceptedFindingsOfVersion()
    {
        var head = Head with
        {
            Reason = "Pilot & more",
            Accepted = [new("DL-05", "This has <no> effect.", "Next month"), new("W-REV-04", "Nor this.", "")],
        };
        var page = Encoding.UTF8.GetString(
            ReadableDocument.Write(
                new NamedPolicy("Sales", new WrittenPolicy()),
                PolicyValidator.Validate(new WrittenPolicy(), SamplePolicies.Context),
                head
            )
        );

        Assert.Contains("<p>Reason for publishing: Pilot &amp; more</p>", page, StringComparison.Ordinal);
        Assert.Contains("This has &lt;no&gt; effect. (DL-05)<blockquote>Reason: Next month</blockquote>", page, StringComparison.Ordinal);
        Assert.Contains("Nor this. (W-REV-04)<blockquote>Accepted with the version’s reason.</blockquote>", page, StringComparison.Ordinal);
    }

    [Fact]
    public void Write_EncodesPolicyTextAsHtml()
    {
        const string Evil = "\"><script>alert(1)</script><img src=x onerror=alert(2)>";
        var policy = new WrittenPolicy
        {
            Comments = FieldComments.Of(new FieldComment("policy", Evil), new FieldComment("deviceLock.history", Evil)),
            Assignment = new() { To = MamConsole.PolicyEngine.Assignment.AssignmentKind.People, People = [Evil] },
            DeviceLock = new() { History = Evil },
            NetworkBoundary = new() { CloudResources = [new() { Host = Evil, Proxy = Evil }] },
            AppRules = new() { Allowed = [SamplePolicies.EdgeLegacy with { Name = Evil, PackageName = Evil }] },
        };
        var page = Write(Evil, policy);

        Assert.DoesNotContain("<script", page, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("<img", page, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("&lt;script&gt;", page, StringComparison.Ordinal);
        Assert.Equal(
            [],
            Tag()
                .Matches(page)
                .Select(tag => tag.Groups[1].Value)
                .Distinct()
                .Except([
                    "html",
                    "head",
                    "meta",
                    "title",
                    "style",
                    "body",
                    "h1",
                    "h2",
                    "p",
                    "table",
                    "caption",
                    "tbody",
                    "tr",
                    "th",
                    "td",
                    "ul",
                    "li",
                    "blockquote",
                ])
        );
        Assert.DoesNotContain("://", page, StringComparison.Ordinal);
    }

    private static string Write(string name, WrittenPolicy policy) =>
        Encoding.UTF8.GetString(
            ReadableDocument.Write(new NamedPolicy(name, policy), PolicyValidator.Validate(policy, SamplePolicies.Context), Head)
        );

    private static string Text(string page) => System.Net.WebUtility.HtmlDecode(page);

    [GeneratedRegex("<([a-zA-Z][a-zA-Z0-9]*)")]
    private static partial Regex Tag();
}
