namespace MamConsole.BrowserTests.Stories;

/// <summary>A demo of its own: what is recorded there counts for each of its policies.</summary>
public sealed class ExchangeDemo : IAsyncLifetime
{
    public DemoConsole Console { get; } = new();

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public ValueTask DisposeAsync() => Console.DisposeAsync();
}
