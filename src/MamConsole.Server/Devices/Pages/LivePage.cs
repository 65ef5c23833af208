using MamConsole.Server.Access;
using MamConsole.Server.Fleet;
using Microsoft.AspNetCore.Components;

namespace MamConsole.Server.Devices.Pages;

/// <summary>
/// A page that shows the fleet as it is now: it asks again when this process changed something, and now and then because another one may
/// have.
/// Rendering on the server for the first paint does not subscribe: nobody would see it.
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

    /// <summary>Cancelled when the page is left.</summary>
    protected CancellationToken Disposal => disposal.Token;

    /// <summary>When the page last asked.</summary>
    protected DateTimeOffset LoadedAt { get; private set; }

    /// <summary>Asks for everything that the page shows.</summary>
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

    /// <summary>A fleet of thousands changes all the time; a page asks once a second at most.</summary>
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
                    // The page was left while it asked.
                    return;
                }
                catch (Exception outage) when (outage is not OutOfMemoryException)
                {
                    await DispatchExceptionAsync(outage);
                }
            });
}
