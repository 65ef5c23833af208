namespace MamConsole.Server.Policies;

/// <summary>
/// Shares one load among all callers that ask while it runs, so that many devices that check in at once after a publication cause one
/// read. A result is not kept: that is the caller's part, and a load that fails is tried again by the next caller.
/// </summary>
internal sealed class SingleFlight<T>
{
    private readonly Lock startLock = new();
    private Task<T>? running;
    private int runningGeneration;

    /// <param name="generation">A load serves callers of its own generation only: what changed since is not in it.</param>
    /// <param name="load">The load; no caller's cancellation ends it, because others wait for it too.</param>
    /// <param name="cancellationToken">Ends the wait of this caller alone.</param>
    /// <exception cref="OperationCanceledException">This caller gave up.</exception>
    public Task<T> RunAsync(int generation, Func<Task<T>> load, CancellationToken cancellationToken)
    {
        lock (startLock)
        {
            if (running is not { IsCompleted: false } || runningGeneration != generation)
            {
                // On a thread of its own: SQLite's reads run to their end without giving the thread back, and the lock is held here.
                running = Task.Run(load, CancellationToken.None);
                runningGeneration = generation;
            }

            return running.WaitAsync(cancellationToken);
        }
    }
}
