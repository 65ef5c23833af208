using MamConsole.Server.Policies;

namespace MamConsole.Tests.Server.Policies;

public sealed class SingleFlightTests
{
    private readonly SingleFlight<int> flight = new();
    private readonly TaskCompletionSource<int> source = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int loads;

    [Fact]
    public async Task RunAsync_SharesOneLoadAmongCallersOfOneGeneration()
    {
        var callers = Enumerable.Range(0, 20).Select(_ => flight.RunAsync(1, LoadAsync, CancellationToken.None)).ToArray();
        source.SetResult(7);

        Assert.All(await Task.WhenAll(callers), value => Assert.Equal(7, value));
        Assert.Equal(1, loads);
    }

    [Fact]
    public async Task RunAsync_LoadsAgainForLaterGenerationAndAfterTheLoadEnded()
    {
        var earlier = flight.RunAsync(1, LoadAsync, CancellationToken.None);
        Assert.Equal(8, await flight.RunAsync(2, () => Task.FromResult(8), CancellationToken.None));
        source.SetResult(7);
        Assert.Equal(7, await earlier);

        Assert.Equal(9, await flight.RunAsync(2, () => Task.FromResult(9), CancellationToken.None));
    }

    [Fact]
    public async Task RunAsync_CancelsOnlyTheWaitOfOneCaller()
    {
        using var cancel = new CancellationTokenSource();
        var impatient = flight.RunAsync(1, LoadAsync, cancel.Token);
        var patient = flight.RunAsync(1, LoadAsync, CancellationToken.None);
        await cancel.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => impatient);
        source.SetResult(7);
        Assert.Equal(7, await patient);
        Assert.Equal(1, loads);
    }

    [Fact]
    public async Task RunAsync_FailsForAllWaitingCallersAndLoadsAgainForNextCaller()
    {
        var first = flight.RunAsync(1, LoadAsync, CancellationToken.None);
        var second = flight.RunAsync(1, LoadAsync, CancellationToken.None);
        source.SetException(new InvalidOperationException("No database."));

        await Assert.ThrowsAsync<InvalidOperationException>(() => first);
        await Assert.ThrowsAsync<InvalidOperationException>(() => second);
        Assert.Equal(8, await flight.RunAsync(1, () => Task.FromResult(8), CancellationToken.None));
    }

    private Task<int> LoadAsync()
    {
        Interlocked.Increment(ref loads);
        return source.Task;
    }
}
