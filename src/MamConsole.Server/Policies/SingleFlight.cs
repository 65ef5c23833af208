namespace MamConsole.Server.Policies;

/// <summary>
/// Shares one load among all concurrent callers, so that many simultaneous check-ins after a publication cause one read. The result is not
/// cached: that is the caller's part. A failed load is repeated by the next caller.
/// </summary>
internal sealed class SingleFlight<T>
{
    private readonly Lock startLock = new();
    private Task<T>? running;
    private int runningGeneration;

    /// <param name="generation">A load serves only callers of its own generation, because later changes are not in it.</param>
    /// <param name="load">The load. The cancellation of one caller does not cancel it, because other callers wait for it too.</param>
    /// <param name="cancellationToken">Cancels the wait of this caller only.</param>
    /// <exception cref="OperationCanceledException">The wait of this caller was canceled.</exception>
    public Task<T> RunAsync(int generation, Func<Task<T>> load, CancellationToken cancellationToken)
    {
        lock (startLock)
        {
            if (running is not { IsCompleted: false } || runningGeneration != generation)
            {
                // On a separate thread: reads of SQLite run synchronously to their end, and the lock is held here.
                running = Task.Run(load, CancellationToken.None);
                runningGeneration = generation;
            }

            return running.WaitAsync(cancellationToken);
        }
    }
}
