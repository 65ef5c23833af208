namespace MamConsole.Tests.Architecture;

public sealed class LadderTests
{
    private static readonly Ladder Server = new(
        "MamConsole.Server",
        ["Shell", "Jobs", "Sync", "Enrollment", "HelpDesk", "Policies", "Fleet", "Entra", "Access", "Audit", "Ui", "Storage"],
        Composition: "Startup"
    );

    private static readonly Ladder Example = new("MamConsole.Tests.Architecture.Examples", ["Upper", "Lower"], Composition: "Startup");

    [Fact]
    public void Rooms_of_the_server_import_only_rooms_below_them() => Assert.Empty(Server.Violations(Checkout.Server));

    [Fact]
    public void Upside_down_nearly_every_room_of_the_server_breaks_the_rule()
    {
        var broken = (Server with { Rooms = [.. Server.Rooms.Reverse()] }).Violations(Checkout.Server);

        Assert.Contains(broken, violation => violation == "Sync: SyncEndpoint imports Access: DeviceApplication");
        Assert.Contains(broken, violation => violation.StartsWith("Shell: ", StringComparison.Ordinal));
    }

    [Fact]
    public void An_import_that_goes_up_is_seen_wherever_it_hides() =>
        Assert.Equal(
            [
                "Lower: InAsyncLambda imports Upper: Attic",
                "Lower: InAttribute imports Upper: Attic",
                "Lower: InGenericArgument imports Upper: Attic",
                "Lower: InIterator imports Upper: Attic",
                "Lower: InNestedType imports Upper: Attic",
                "Lower: InSignature imports Upper: Attic",
                "Lower: OfComposition imports Startup: Porch",
            ],
            Example.Violations(Checkout.TestModule)
        );

    [Fact]
    public void A_room_that_is_not_on_the_ladder_is_seen() =>
        Assert.Contains(
            "The room Lower stands nowhere on the ladder",
            (Example with { Rooms = ["Upper"] }).Violations(Checkout.TestModule)
        );
}
