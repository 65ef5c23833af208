using MamConsole.Simulator.AppLocker;

namespace MamConsole.Tests.Simulator.AppLocker;

public sealed class RuleCollectionGrammarTests
{
    private const string Id = """Id="8f3a1c52-6f0e-4a3e-9a55-1d9a2a7f3d01" """;
    private const string Who = """Name="n" Description="" UserOrGroupSid="S-1-1-0" Action="Allow" """;
    private const string Range = """<BinaryVersionRange LowSection="10.0.15063.0" HighSection="*"/>""";
    private const string Publisher =
        $"""<FilePublisherCondition PublisherName="O=A" ProductName="*" BinaryName="*">{Range}</FilePublisherCondition>""";
    private const string Rule = $"<FilePublisherRule {Id}{Who}><Conditions>{Publisher}</Conditions></FilePublisherRule>";
    private static readonly string Hash = $"""<FileHash Type="SHA256" Data="0x{new string('a', 64)}" SourceFileName="a.exe"/>""";

    private static string Exe(string rules) => $"""<RuleCollection Type="Exe">{rules}</RuleCollection>""";

    public static TheoryData<string> Good =>
        [
            """<RuleCollection Type="Exe"/>""",
            """<RuleCollection Type="Exe" EnforcementMode="Enabled"></RuleCollection>""",
            Exe(Rule),
            Exe("\n  " + Rule + "\n  <!-- why -->\n"),
            Exe(
                $"<FilePublisherRule {Id}{Who}><Conditions>{Publisher}</Conditions><Exceptions>{Publisher}<FilePathCondition "
                    + "Path=\"C:\\x\"/></Exceptions></FilePublisherRule>"
            ),
            Exe($"<FilePathRule {Id}{Who}><Conditions><FilePathCondition Path=\"%OSDRIVE%\\*\"/></Conditions></FilePathRule>"),
            Exe($"<FileHashRule {Id}{Who}><Conditions><FileHashCondition>{Hash}{Hash}</FileHashCondition></Conditions></FileHashRule>"),
            Exe(Rule + Rule.Replace("8f3a1c52", "8f3a1c53", StringComparison.Ordinal)),
        ];

    [Theory]
    [MemberData(nameof(Good))]
    public void FindFault_AcceptsValidRuleCollection(string text) =>
        Assert.Null(RuleCollectionGrammar.FindFault(text, RuleCollectionType.Exe));

    public static TheoryData<string, string> Bad =>
        new()
        {
            { "", "must be RuleCollection" },
            { "words", "must be RuleCollection" },
            { "&lt;RuleCollection/&gt;", "must be RuleCollection" },
            { $"<?xml version=\"1.0\"?>{Exe(Rule)}", "must be RuleCollection" },
            { $"<AppLockerPolicy Version=\"1\">{Exe(Rule)}</AppLockerPolicy>", "must be RuleCollection" },
            { Exe(Rule) + Exe(""), "after the RuleCollection" },
            { Exe("text"), "not allowed between" },
            { """<RuleCollection/>""", "no attribute Type" },
            { """<RuleCollection Type="Appx"/>""", "requires 'Exe'" },
            { """<RuleCollection Type="Exe" EnforcementMode="On"/>""", "EnforcementMode" },
            { """<RuleCollection Type="Exe" Color="red"/>""", "Color is not allowed" },
            { """<RuleCollection xmlns="urn:x" Type="Exe"/>""", "xmlns is not allowed" },
            { Exe("<OtherRule/>"), "is not a rule" },
            { Exe(Rule + Rule), "used twice" },
            { Exe(Rule.Replace("Description=\"\" ", "", StringComparison.Ordinal)), "no attribute Description" },
            {
                Exe(
                    Rule.Replace(
                        "Id=\"8f3a1c52-6f0e-4a3e-9a55-1d9a2a7f3d01\"",
                        "Id=\"{8f3a1c52-6f0e-4a3e-9a55-1d9a2a7f3d01}\"",
                        StringComparison.Ordinal
                    )
                ),
                "without braces"
            },
            { Exe(Rule.Replace("Name=\"n\"", "Name=\"\"", StringComparison.Ordinal)), "Name must have" },
            { Exe(Rule.Replace("S-1-1-0", "Everyone", StringComparison.Ordinal)), "must be a SID" },
            { Exe(Rule.Replace("Allow", "allow", StringComparison.Ordinal)), "must be Allow or Deny" },
            { Exe(Rule.Replace(Range, "", StringComparison.Ordinal)), "exactly one BinaryVersionRange" },
            { Exe(Rule.Replace(Range, Range + Range, StringComparison.Ordinal)), "exactly one BinaryVersionRange" },
            { Exe(Rule.Replace(" HighSection=\"*\"", "", StringComparison.Ordinal)), "no attribute HighSection" },
            { Exe(Rule.Replace("10.0.15063.0", "16.0.*", StringComparison.Ordinal)), "four numbers" },
            { Exe(Rule.Replace("10.0.15063.0", "16.0.100000.0", StringComparison.Ordinal)), "four numbers" },
            { Exe(Rule.Replace("O=A", "", StringComparison.Ordinal)), "requires publisher" },
            { Exe($"<FilePublisherRule {Id}{Who}><Conditions/></FilePublisherRule>"), "exactly one condition" },
            {
                Exe($"<FilePublisherRule {Id}{Who}><Conditions>{Publisher}{Publisher}</Conditions></FilePublisherRule>"),
                "exactly one condition"
            },
            { Exe($"<FilePublisherRule {Id}{Who}/>"), "has no Conditions" },
            {
                Exe($"<FilePublisherRule {Id}{Who}><Conditions><FilePathCondition Path=\"x\"/></Conditions></FilePublisherRule>"),
                "not the condition type of this rule"
            },
            { Exe($"<FilePathRule {Id}{Who}><Conditions><FilePathCondition Path=\"\"/></Conditions></FilePathRule>"), "Path must have" },
            {
                Exe(
                    $"<FileHashRule {Id}{Who}><Conditions><FileHashCondition>{Hash}</FileHashCondition></Conditions><Exceptions/></FileHashRule>"
                ),
                "not allowed at this position"
            },
            { Exe($"<FileHashRule {Id}{Who}><Conditions><FileHashCondition/></Conditions></FileHashRule>"), "at least one FileHash" },
            {
                Exe(
                    $"<FileHashRule {Id}{Who}><Conditions><FileHashCondition>{Hash.Replace("0xaa", "0x", StringComparison.Ordinal)}</FileHashCondition></Conditions></FileHashRule>"
                ),
                "64 hex digits"
            },
            { Exe(Rule)[..^5], "Unexpected end" },
            { "<!DOCTYPE x [<!ENTITY e \"x\">]>" + Exe(Rule), "DTD" },
        };

    [Theory]
    [MemberData(nameof(Bad))]
    public void FindFault_ReportsReason(string text, string reason) =>
        Assert.Contains(reason, RuleCollectionGrammar.FindFault(text, RuleCollectionType.Exe), StringComparison.Ordinal);
}
