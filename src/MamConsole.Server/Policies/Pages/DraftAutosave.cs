using MamConsole.PolicyEngine.Authoring;
using MamConsole.Server.Access;
using MamConsole.Server.Outcomes;

namespace MamConsole.Server.Policies.Pages;

/// <summary>
/// Holds the draft of one open editor and saves it shortly after the last change. It never overwrites changes of another person: after a
/// conflict it stops until the administrator decides.
/// </summary>
internal sealed partial class DraftAutosave : IAsyncDisposable
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(700);
    private readonly SaveDraft saveDraft;
    private readonly Administrator who;
    private readonly TimeProvider time;
    private readonly ILogger logger;
    private readonly SemaphoreSlim saving = new(1, 1);
    private readonly ITimer timer;
    private WrittenPolicy saved;

    public DraftAutosave(SaveDraft saveDraft, Administrator who, PolicyDetail policy, TimeProvider time, ILogger logger)
    {
        (this.saveDraft, this.who, this.time, this.logger) = (saveDraft, who, time, logger);
        PolicyId = policy.PolicyId;
        (Draft, saved, Revision, SavedAt) = (policy.Draft, policy.Draft, policy.DraftRevision, policy.DraftSavedAt);
        timer = time.CreateTimer(_ => _ = SaveAsync(), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
    }

    /// <summary>Raised after every change of state, on any thread.</summary>
    public Action? Changed { get; set; }

    public string PolicyId { get; }

    public WrittenPolicy Draft { get; private set; }

    public int Revision { get; private set; }

    public DateTimeOffset SavedAt { get; private set; }

    public SavingState State { get; private set; }

    /// <summary>The reason why the draft could not be saved; null when it is saved or waiting.</summary>
    public Problem? Problem { get; private set; }

    public void Change(WrittenPolicy draft)
    {
        Draft = draft;
        if (State is SavingState.Conflict)
        {
            return;
        }

        State = SavingState.Waiting;
        timer.Change(Pause, Timeout.InfiniteTimeSpan);
    }

    /// <summary>After a conflict: saves the draft of this editor over the one of the other person.</summary>
    public Task OverwriteAsync()
    {
        if (Problem is DraftConflict conflict)
        {
            (Revision, State, Problem) = (conflict.Actual, SavingState.Waiting, null);
        }

        return SaveAsync();
    }

    /// <summary>Saves unsaved changes immediately.</summary>
    public async Task SaveAsync()
    {
        await saving.WaitAsync();
        try
        {
            if (State is SavingState.Conflict)
            {
                return;
            }

            if (Draft == saved)
            {
                State = SavingState.Saved;
                return;
            }

            var writing = Draft;
            State = SavingState.Saving;
            var outcome = await saveDraft.ExecuteAsync(who, PolicyId, Revision, writing, CancellationToken.None);
            State = outcome.Match(revision => OnSaved(writing, revision), OnRejected);
        }
        catch (Exception outage) when (outage is not OutOfMemoryException)
        {
            // A timer callback has no caller that handles errors: only the page can report that the database is not available.
            Log.NotSaved(logger, outage, PolicyId);
            State = SavingState.Failed;
        }
        finally
        {
            saving.Release();
            Changed?.Invoke();
        }
    }

    public async ValueTask DisposeAsync()
    {
        Changed = null;
        await timer.DisposeAsync();
        await SaveAsync();
    }

    private SavingState OnSaved(WrittenPolicy written, int revision)
    {
        (Revision, saved, SavedAt, Problem) = (revision, written, time.GetUtcNow(), null);
        return Draft == saved ? SavingState.Saved : SavingState.Waiting;
    }

    private SavingState OnRejected(Problem problem)
    {
        Problem = problem;
        return problem is DraftConflict ? SavingState.Conflict : SavingState.Failed;
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Error, "The draft of policy {Policy} was not saved")]
        public static partial void NotSaved(ILogger logger, Exception outage, string policy);
    }
}
