using Mono.Cecil;
using Mono.Cecil.Rocks;

namespace MamConsole.Tests.Architecture;

public sealed class WordingTests
{
    private static readonly TypeDefinition[] Shipped = [.. BuiltAssemblies.Products.SelectMany(module => module.GetAllTypes())];

    private static readonly TypeDefinition[] Tests =
    [
        .. BuiltAssemblies
            .TestModule.GetAllTypes()
            .Where(type => !type.FullName.StartsWith("MamConsole.Tests.Architecture.Examples.", StringComparison.Ordinal)),
    ];

    [Fact]
    public void Violations_FindsNoneInTheProduct() => Assert.Empty(Wording.Violations(Shipped.Where(IsOurs)));

    [Fact]
    public void Violations_FindsNoneInTheTests() => Assert.Empty(Wording.Violations(Tests.Where(IsOurs)));

    /// <summary>Covers the other test projects, which this project does not reference.</summary>
    [Fact]
    public void Violations_FindsNoneInTheSourcesOfOtherTests()
    {
        string[] sources =
        [
            .. CheckoutFiles.Files("tests", ".cs").Where(path => !path.StartsWith("tests/MamConsole.Tests/", StringComparison.Ordinal)),
        ];

        Assert.Equal(
            ["Benchmarks", "BrowserTests", "IntegrationTests", "PolicyEngine.Tests", "Protocol.Tests"],
            sources.Select(path => path.Split('/')[1]["MamConsole.".Length..]).Distinct()
        );
        Assert.Empty(sources.SelectMany(path => SourceWording.Violations(path, CheckoutFiles.Read(path))));
    }

    [Fact]
    public void Violations_FindsTheSameNamesInSource() =>
        Assert.Equal(
            [
                "asked: a.cs: Asked",
                "door: a.cs: OpenDoor",
                "gate: a.cs: Gate",
                "heard: a.cs: heardTokens",
                "room: a.cs: rooms",
                "told: a.cs: Told",
            ],
            SourceWording.Violations(
                "a.cs",
                """
                namespace MamConsole.Gate;

                internal sealed record Tokens(int heardTokens)
                {
                    private readonly int rooms, others;

                    private event Action? Told;

                    private enum Kind { Asked }

                    private void OpenDoor() => new List<int>().ForEach(kept => Console.Write(kept));
                }
                """
            )
        );

    [Fact]
    public void Violations_FindsTypesMembersAndParameters() =>
        Assert.Equal(
            [
                "gate: MamConsole.Tests.Architecture.Examples.TokenGate",
                "heard: MamConsole.Tests.Architecture.Examples.TokenGate.Check(heardTokens)",
                "kept: MamConsole.Tests.Architecture.Examples.TokenGate.KeptTokens",
            ],
            Wording.Violations(BuiltAssemblies.TestModule.GetAllTypes().Where(type => type.Name == "TokenGate"))
        );

    [Theory]
    [InlineData("RefusedCalls", "refused")]
    [InlineData("rooms", "room")]
    [InlineData("A_conversation_reads_as_people_speak", "conversation")]
    [InlineData("RFCGate", "gate")]
    public void BannedIn_FindsWholeWords(string identifier, string word) => Assert.Equal([word], Wording.BannedIn(identifier));

    [Theory]
    [InlineData("AddHelpDesk")]
    [InlineData("Help_desk_reads_policies")]
    [InlineData("EnableOmaDmKeepAliveMessage")]
    [InlineData("Gateway")]
    [InlineData("Aggregate")]
    public void BannedIn_IgnoresTermsOfProtocolsAndOtherWords(string identifier) => Assert.Empty(Wording.BannedIn(identifier));

    private static bool IsOurs(TypeDefinition type) => type.FullName.StartsWith("MamConsole.", StringComparison.Ordinal);
}
