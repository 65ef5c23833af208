namespace MamConsole.Tests.Architecture;

public sealed class LayeringTests
{
    private static readonly LayeringRule Server = new(
        "MamConsole.Server",
        [
            "Telemetry",
            "Shell",
            "Jobs.Pages",
            "Jobs",
            "Sync",
            "Enrollment",
            "TermsOfUse.Pages",
            "TermsOfUse",
            "Policies.Pages",
            "Devices.Pages",
            "Sessions.Pages",
            "DeviceActions.Pages",
            "ImportExport.Pages",
            "ExchangeForecast.Pages",
            "AppInspection.Pages",
            "Sessions",
            "DeviceActions",
            "Devices",
            "PolicyAudiences",
            "ImportExport",
            "ExchangeForecast",
            "Policies.History",
            "Policies",
            "Calculators",
            "AppInspection",
            "Secrets",
            "ExchangePolicy",
            "Fleet",
            "Entra",
            "Access.SignIn",
            "Access.Pages",
            "Access.Description",
            "Access",
            "Access.Tokens",
            "DeviceRequests",
            "Audit",
            "Ui.Fields",
            "Ui",
            "Storage",
            "Outcomes",
            "Settings",
        ],
        Composition: "Startup"
    );

    private static readonly LayeringRule Example = new(
        "MamConsole.Tests.Architecture.Examples",
        ["Upper", "Lower"],
        Composition: "Startup"
    );

    [Fact]
    public void ServerModules_ImportOnlyLowerModules() => Assert.Empty(Server.Violations(BuiltAssemblies.Server));

    [Fact]
    public void Violations_ReportsImportsWhenOrderIsReversed()
    {
        var broken = (Server with { Modules = [.. Server.Modules.Reverse()] }).Violations(BuiltAssemblies.Server);

        Assert.Contains(broken, violation => violation == "Sync: SyncEndpoint imports Access.Tokens: DeviceApplication");
        Assert.Contains(broken, violation => violation.StartsWith("Shell: ", StringComparison.Ordinal));
    }

    [Fact]
    public void Violations_FindsHiddenImportsOfHigherModules() =>
        Assert.Equal(
            [
                "Lower: InAsyncLambda imports Upper: UpperService",
                "Lower: InAttribute imports Upper: UpperService",
                "Lower: InGenericArgument imports Upper: UpperService",
                "Lower: InIterator imports Upper: UpperService",
                "Lower: InNestedType imports Upper: UpperService",
                "Lower: InSignature imports Upper: UpperService",
                "Lower: OfComposition imports Startup: CompositionService",
            ],
            Example.Violations(BuiltAssemblies.TestModule)
        );

    [Fact]
    public void Violations_ReportsModuleOutsideLayeringRule() =>
        Assert.Contains(
            "The layering rule does not name the module Lower",
            (Example with { Modules = ["Upper"] }).Violations(BuiltAssemblies.TestModule)
        );
}
