using MamConsole.Server.Access;
using MamConsole.Server.Ui;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.JSInterop;

namespace MamConsole.Server.Shell;

/// <summary>The frame of every page. It reads the signed-in administrator once and cascades it; pages never read claims.</summary>
public sealed partial class MainLayout
{
    private Administrator? who;
    private string name = "";
    private bool isDark;
    private bool menuOpen = true;
    private bool focusMenu;
    private TracedErrorBoundary? boundary;

    [CascadingParameter]
    private Task<AuthenticationState> Authentication { get; set; } = default!;

    [Inject]
    private IJSRuntime Script { get; set; } = default!;

    [Inject]
    private ViewerClock Clock { get; set; } = default!;

    // Runs for every page, and when the roles of the signed-in person change while a page is open.
    protected override async Task OnParametersSetAsync()
    {
        boundary?.Recover();
        var user = (await Authentication).User;
        who = Administrators.From(user);
        name = Administrators.NameOf(user);
    }

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (focusMenu)
        {
            // The open menu covers the page, so it receives the keyboard focus.
            focusMenu = false;
            await Script.InvokeVoidAsync("mamConsole.focus", ".mainnav li a");
        }

        if (!firstRender)
        {
            return;
        }

        Clock.SetZone(await Script.InvokeAsync<string>("mamConsole.zone"));
        isDark = await Script.InvokeAsync<bool>("mamConsole.isDark");
        StateHasChanged();
    }

    private async Task SwitchTheme()
    {
        isDark = !isDark;
        await Script.InvokeVoidAsync("mamConsole.setDark", isDark);
    }

    private void OpenMenu()
    {
        menuOpen = !menuOpen;
        focusMenu = menuOpen;
    }

    private void CloseMenuOnEscape(KeyboardEventArgs key)
    {
        if (key.Key == "Escape")
        {
            menuOpen = false;
        }
    }
}
