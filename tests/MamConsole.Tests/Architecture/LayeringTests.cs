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
    public void Modules_of_the_server_import_only_modules_below_them() => Assert.Empty(Server.Violations(BuiltAssemblies.Server));

    [Fact]
    public void Upside_down_nearly_every_module_of_the_server_breaks_the_rule()
    {
        var broken = (Server with { Modules = [.. Server.Modules.Reverse()] }).Violations(BuiltAssemblies.Server);

        Assert.Contains(broken, violation => violation == "Sync: SyncEndpoint imports Access.Tokens: DeviceApplication");
        Assert.Contains(broken, violation => violation.StartsWith("Shell: ", StringComparison.Ordinal));
    }

    [Fact]
    public void An_import_that_goes_up_is_seen_wherever_it_hides() =>
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
    public void A_module_outside_the_layering_rule_is_reported() =>
        Assert.Contains(
            "The layering rule does not name the module Lower",
            (Example with { Modules = ["Upper"] }).Violations(BuiltAssemblies.TestModule)
        );
}
