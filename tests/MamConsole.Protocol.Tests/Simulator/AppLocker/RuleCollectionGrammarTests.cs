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
    public void Good_lists_are_taken(string text) => Assert.Null(RuleCollectionGrammar.FindFault(text, RuleCollectionType.Exe));

    public static TheoryData<string, string> Bad =>
        new()
        {
            { "", "not one RuleCollection" },
            { "words", "not one RuleCollection" },
            { "&lt;RuleCollection/&gt;", "not one RuleCollection" },
            { $"<?xml version=\"1.0\"?>{Exe(Rule)}", "not one RuleCollection" },
            { $"<AppLockerPolicy Version=\"1\">{Exe(Rule)}</AppLockerPolicy>", "not one RuleCollection" },
            { Exe(Rule) + Exe(""), "follows the RuleCollection" },
            { Exe("text"), "stands between" },
            { """<RuleCollection/>""", "lacks Type" },
            { """<RuleCollection Type="Appx"/>""", "wants 'Exe'" },
            { """<RuleCollection Type="Exe" EnforcementMode="On"/>""", "EnforcementMode" },
            { """<RuleCollection Type="Exe" Colour="red"/>""", "Colour is not known" },
            { """<RuleCollection xmlns="urn:x" Type="Exe"/>""", "xmlns is not known" },
            { Exe("<OtherRule/>"), "is no rule" },
            { Exe(Rule + Rule), "used twice" },
            { Exe(Rule.Replace("Description=\"\" ", "", StringComparison.Ordinal)), "lacks Description" },
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
            { Exe(Rule.Replace("Name=\"n\"", "Name=\"\"", StringComparison.Ordinal)), "Name takes" },
            { Exe(Rule.Replace("S-1-1-0", "Everyone", StringComparison.Ordinal)), "no SID" },
            { Exe(Rule.Replace("Allow", "allow", StringComparison.Ordinal)), "neither Allow nor Deny" },
            { Exe(Rule.Replace(Range, "", StringComparison.Ordinal)), "exactly one BinaryVersionRange" },
            { Exe(Rule.Replace(Range, Range + Range, StringComparison.Ordinal)), "exactly one BinaryVersionRange" },
            { Exe(Rule.Replace(" HighSection=\"*\"", "", StringComparison.Ordinal)), "lacks HighSection" },
            { Exe(Rule.Replace("10.0.15063.0", "16.0.*", StringComparison.Ordinal)), "four numbers" },
            { Exe(Rule.Replace("10.0.15063.0", "16.0.100000.0", StringComparison.Ordinal)), "four numbers" },
            { Exe(Rule.Replace("O=A", "", StringComparison.Ordinal)), "names publisher" },
            { Exe($"<FilePublisherRule {Id}{Who}><Conditions/></FilePublisherRule>"), "exactly one condition" },
            {
                Exe($"<FilePublisherRule {Id}{Who}><Conditions>{Publisher}{Publisher}</Conditions></FilePublisherRule>"),
                "exactly one condition"
            },
            { Exe($"<FilePublisherRule {Id}{Who}/>"), "has no Conditions" },
            {
                Exe($"<FilePublisherRule {Id}{Who}><Conditions><FilePathCondition Path=\"x\"/></Conditions></FilePublisherRule>"),
                "not the condition of this rule"
            },
            { Exe($"<FilePathRule {Id}{Who}><Conditions><FilePathCondition Path=\"\"/></Conditions></FilePathRule>"), "Path takes" },
            {
                Exe(
                    $"<FileHashRule {Id}{Who}><Conditions><FileHashCondition>{Hash}</FileHashCondition></Conditions><Exceptions/></FileHashRule>"
                ),
                "does not stand"
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
    public void Bad_lists_are_rejected_for_a_reason(string text, string reason) =>
        Assert.Contains(reason, RuleCollectionGrammar.FindFault(text, RuleCollectionType.Exe), StringComparison.Ordinal);
}
