namespace MamConsole.IntegrationTests.Api;

/// <summary>One API for the tests of all calculators, because these store nothing.</summary>
public sealed class CalculatorFixture : IAsyncLifetime
{
    private PolicyApiHost? host;

    internal PolicyApiHost Host => host ?? throw new InvalidOperationException("The API was not started.");

    public async ValueTask InitializeAsync() => host = await PolicyApiHost.StartAsync("Sqlite");

    public async ValueTask DisposeAsync()
    {
        if (host is not null)
        {
            await host.DisposeAsync();
        }
    }
}
