using MamConsole.Server.Access;
using MamConsole.Server.Fleet;
using Microsoft.AspNetCore.Components;

namespace MamConsole.Server.Devices.Pages;

/// <summary>
/// A page that shows the fleet as it is now: it loads again when this process changes something, and at an interval because another
/// process may change something. Prerendering does not subscribe, because its result is never updated.
/// </summary>
public abstract class LivePage : ComponentBase, IDisposable
{
    private static readonly TimeSpan Fallback = TimeSpan.FromSeconds(15);
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);
    private readonly CancellationTokenSource disposal = new();
    private IDisposable? subscription;
    private ITimer? timer;

    [CascadingParameter]
    protected Administrator Who { get; set; } = default!;

    [Inject]
    private FleetChanges Changes { get; set; } = default!;

    [Inject]
    protected TimeProvider Time { get; set; } = default!;

    /// <summary>Canceled when the page is disposed.</summary>
    protected CancellationToken Disposal => disposal.Token;

    /// <summary>When the page last loaded its data.</summary>
    protected DateTimeOffset LoadedAt { get; private set; }

    /// <summary>Loads everything that the page shows.</summary>
    protected abstract Task LoadAsync();

    protected override async Task OnParametersSetAsync()
    {
        await LoadAsync();
        LoadedAt = Time.GetUtcNow();
    }

    protected override void OnAfterRender(bool firstRender)
    {
        if (firstRender)
        {
            timer = Time.CreateTimer(_ => _ = RefreshAsync(), null, Fallback, Fallback);
            subscription = Changes.Subscribe(ScheduleRefresh);
        }
    }

    /// <summary>A large fleet changes continuously, so a page loads its data once a second at most.</summary>
    private Task ScheduleRefresh()
    {
        var wait = LoadedAt + Pause - Time.GetUtcNow();
        timer?.Change(wait > TimeSpan.Zero ? wait : TimeSpan.Zero, Fallback);
        return Task.CompletedTask;
    }

    public void Dispose()
    {
        Dispose(true);
        GC.SuppressFinalize(this);
    }

    protected virtual void Dispose(bool disposing)
    {
        disposal.Cancel();
        subscription?.Dispose();
        timer?.Dispose();
        disposal.Dispose();
    }

    private Task RefreshAsync() =>
        disposal.IsCancellationRequested
            ? Task.CompletedTask
            : InvokeAsync(async () =>
            {
                try
                {
                    await LoadAsync();
                    LoadedAt = Time.GetUtcNow();
                    StateHasChanged();
                }
                catch (OperationCanceledException) when (disposal.IsCancellationRequested)
                {
                    // The page was disposed while it loaded.
                    return;
                }
                catch (Exception outage) when (outage is not OutOfMemoryException)
                {
                    await DispatchExceptionAsync(outage);
                }
            });
}
