namespace MamConsole.Tests.Architecture;

/// <summary>Tests the modules of the assemblies: their layers, the absence of cycles, and the diagrams in docs/modules.md.</summary>
public sealed class ModuleGraphTests
{
    /// <summary>The modules that every area may use; they contain no settings.</summary>
    private static readonly string[] Vocabulary = ["Areas", "Facts", "Findings", "Nodes", "Statements", "Values"];

    /// <summary>One folder for each area of a policy.</summary>
    private static readonly string[] Areas =
    [
        "AppRules",
        "Assignment",
        "Certificates",
        "Connectivity",
        "DeviceLock",
        "Handoff",
        "HelloPin",
        "InformationProtection",
        "Monitoring",
        "NetworkBoundary",
        "Polling",
    ];

    private static readonly ModuleGraph PolicyEngine = ModuleGraph.Of(BuiltAssemblies.PolicyEngine, "MamConsole.PolicyEngine");
    private static readonly ModuleGraph Protocol = ModuleGraph.Of(BuiltAssemblies.Protocol, "MamConsole.Protocol");

    private static readonly ModuleGraph Server = ModuleGraph.Of(
        BuiltAssemblies.Server,
        "MamConsole.Server",
        depth: 2,
        type =>
            type.Namespace == "MamConsole.Server"
            || type.Namespace.StartsWith("MamConsole.Server.Startup", StringComparison.Ordinal)
            || ModuleGraph.IsRegistration(type)
    );

    private static readonly ModuleGraph Example = ModuleGraph.Of(
        BuiltAssemblies.TestModule,
        "MamConsole.Tests.Architecture.Examples",
        depth: 1,
        type => type.Namespace.EndsWith("Startup", StringComparison.Ordinal)
    );

    [Fact]
    public void PolicyEngine_HasNoCycleOfModules() => Assert.Empty(PolicyEngine.Cycles());

    [Fact]
    public void Protocol_HasNoCycleOfModules() => Assert.Empty(Protocol.Cycles());

    [Fact]
    public void Server_HasNoCycleOfModules() => Assert.Empty(Server.Cycles());

    [Fact]
    public void PolicyEngine_VocabularyUsesOnlyVocabulary() =>
        Assert.Empty(
            Vocabulary.SelectMany(module => PolicyEngine.UsedBy(module).Except(Vocabulary).Select(used => ReasonOf(module, used)))
        );

    [Fact]
    public void PolicyEngine_AreasUseOnlyVocabulary() =>
        Assert.Empty(Areas.SelectMany(module => PolicyEngine.UsedBy(module).Except(Vocabulary).Select(used => ReasonOf(module, used))));

    [Fact]
    public void Cycles_ListsEachStepWithItsTypes() =>
        Assert.Equal(
            ["Lower -> Upper (InAsyncLambda uses UpperService), Upper -> Lower (UpperService uses LowerService)"],
            Example.Cycles()
        );

    [Fact]
    public void Document_ShowsTheModulesAsBuilt()
    {
        const string Document = "docs/modules.md";
        var picture = string.Join(
            '\n',
            "# Modules",
            "",
            "Each box is a namespace; an arrow means *uses*, and arrows that follow from others are left out of the drawings. What puts",
            "the server together (its root, `Startup`, and the type that registers each module) uses all and is not drawn. The tests write",
            "this document from the built assemblies and fail when it differs (`MAMCONSOLE_WRITE_MODULES=1` writes it anew).",
            "",
            ModulePicture.Of("MamConsole.Protocol", Protocol),
            ModulePicture.Of("MamConsole.PolicyEngine", PolicyEngine),
            ModulePicture.Of("MamConsole.Server", Server)
        );
        if (Environment.GetEnvironmentVariable("MAMCONSOLE_WRITE_MODULES") == "1")
        {
            File.WriteAllText(Path.Combine(CheckoutFiles.Root, Document), picture);
        }

        Assert.Equal(picture, CheckoutFiles.Read(Document).ReplaceLineEndings("\n"));
    }

    private static string ReasonOf(string module, string used) => $"{module} uses {used}: {PolicyEngine.Reason(module, used)}";
}
