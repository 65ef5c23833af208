namespace MamConsole.BrowserTests.Stories;

/// <summary>A separate demo, because a recorded Exchange policy applies to every policy of its demo.</summary>
public sealed class ExchangeDemo : IAsyncLifetime
{
    public DemoConsole Console { get; } = new();

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public ValueTask DisposeAsync() => Console.DisposeAsync();
}
