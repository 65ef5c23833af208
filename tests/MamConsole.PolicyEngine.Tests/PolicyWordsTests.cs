using System.Text.Json;
using CsCheck;
using MamConsole.PolicyEngine;
using MamConsole.PolicyEngine.Authoring;

namespace MamConsole.Tests.PolicyEngine;

public sealed class PolicyWordsTests
{
    [Fact]
    public void Describe_ReportsEverySetFieldOnceInOrderOfAreas()
    {
        var statements = PolicyWords.Describe(SamplePolicies.Rich).ToArray();
        var fields = JsonSerializer
            .SerializeToElement(SamplePolicies.Rich, WrittenPolicy.Json)
            .EnumerateObject()
            .Where(area => area.Value.ValueKind == JsonValueKind.Object)
            .SelectMany(area => area.Value.EnumerateObject().Select(field => $"{area.Name}.{field.Name}"))
            .Where(field => !field.StartsWith("polling.", StringComparison.Ordinal))
            .ToArray();

        Assert.Equal(
            fields.Order(StringComparer.Ordinal),
            statements.Select(s => s.Field).Where(f => !f.StartsWith("polling.", StringComparison.Ordinal)).Order(StringComparer.Ordinal)
        );
        Assert.Equal(
            ["polling.rhythm", "polling.pollOnLogin"],
            statements.Select(s => s.Field).Where(f => f.StartsWith("polling.", StringComparison.Ordinal))
        );
        Assert.Equal(PolicyWords.Areas, statements.Select(s => s.Area).Distinct());
        Assert.All(statements, s => Assert.EndsWith(".", s.Sentence, StringComparison.Ordinal));
    }

    [Fact]
    public void Describe_NamesNodesAsCompiled()
    {
        var compiled = SamplePolicies.Compile(SamplePolicies.Rich).Nodes.Select(n => n.LocUri).Order(StringComparer.Ordinal);
        var texts = PolicyWords
            .Describe(SamplePolicies.Rich, SamplePolicies.Options)
            .SelectMany(s => s.Nodes)
            .Distinct(StringComparer.Ordinal)
            .Order(StringComparer.Ordinal);

        Assert.Equal(compiled, texts);
    }

    [Fact]
    public void Describe_HasTextForAnyInput() =>
        PolicyGen.Policy.Sample(
            policy => Assert.All(PolicyWords.Describe(policy), s => Assert.NotEmpty(s.Label + s.Value + s.Sentence)),
            iter: Iterations.Of(200)
        );

    [Fact]
    public void Describe_TakesEachLabelFromTheCatalog() =>
        PolicyGen.Policy.Sample(
            policy =>
                Assert.All(
                    PolicyWords.Describe(policy).Where(statement => PolicyAreas.At(statement.Field) is not null),
                    statement =>
                        Assert.Equal(SettingCatalog.All.FirstOrDefault(setting => setting.Code == statement.Field)?.Label, statement.Label)
                ),
            iter: Iterations.Of(200)
        );

    [Fact]
    public void Describe_ReturnsExpectedSentences()
    {
        string[] sentences = [.. PolicyWords.Describe(SamplePolicies.Rich).Select(s => s.Sentence)];

        Assert.Contains("The policy is assigned to ana@northwind.example and bo@northwind.example.", sentences);
        Assert.Contains("People are warned before work data leaves a work app; they can continue, and it is logged.", sentences);
        Assert.Contains("Work files have the domain northwind.example; tailspin.example belongs to the same organization.", sentences);
        Assert.Contains(
            "A PC without contact to this server for 30 days unenrolls itself, and its work files become unreadable.",
            sentences
        );
        Assert.Contains("Microsoft.MicrosoftEdge and NOTEPAD.EXE handle work data and protect it.", sentences);
        Assert.Contains("Data from northwind.sharepoint.com and .files.example through proxy.northwind.example is work data.", sentences);
        Assert.Contains("The PC locks after 5 minutes without use.", sentences);
        Assert.Contains("PINs must contain digits.", sentences);
        Assert.Contains("PCs check in every minute 30 times, then every 15 minutes 8 times, then every 8 hours.", sentences);
    }
}
