using System.Text.RegularExpressions;
using MamConsole.DemoTenant;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace MamConsole.BrowserTests.Drivers;

/// <summary>Actions that are common to all pages of the console.</summary>
internal static class ConsolePages
{
    /// <summary>Opens an address and waits until the page is interactive; earlier clicks would be lost.</summary>
    public static async Task VisitAsync(this IPage page, string address)
    {
        await page.GotoAsync(address);
        await page.AnswersAsync();
    }

    /// <summary>Waits until the page is interactive; pages outside the console's frame always are.</summary>
    public static Task AnswersAsync(this IPage page) =>
        page.Locator("#interactive, .plain-main").First.WaitForAsync(new() { State = WaitForSelectorState.Attached });

    /// <summary>Enters user name and password on the tenant's page and returns to the console.</summary>
    public static async Task SignInAsync(this IPage page, TenantUser who)
    {
        await page.GetByLabel("User name").FillAsync(who.UserName);
        await page.GetByLabel("Password").FillAsync(who.Password);
        await page.Button("Sign in").ClickAsync();
        await page.AnswersAsync();
    }

    public static ILocator Title(this IPage page) => page.GetByRole(AriaRole.Heading, new() { Level = 1 });

    public static ILocator Button(this IPage page, string name) => page.GetByRole(AriaRole.Button, new() { Name = name, Exact = true });

    public static ILocator Link(this IPage page, string name) => page.GetByRole(AriaRole.Link, new() { Name = name, Exact = true });

    public static ILocator LinkLike(this IPage page, string pattern) =>
        page.GetByRole(AriaRole.Link, new() { NameRegex = new Regex(pattern) });

    public static ILocator ButtonLike(this IPage page, string pattern) =>
        page.GetByRole(AriaRole.Button, new() { NameRegex = new Regex(pattern) });

    /// <summary>The group with that accessible name.</summary>
    public static ILocator Group(this IPage page, string name) => page.GetByRole(AriaRole.Group, new() { Name = name, Exact = true });

    /// <summary>The table row with a heading that begins with this text.</summary>
    public static ILocator Row(this IPage page, string heading) =>
        page.GetByRole(AriaRole.Row)
            .Filter(new() { Has = page.GetByRole(AriaRole.Rowheader, new() { NameRegex = new Regex("^" + Regex.Escape(heading)) }) });

    /// <summary>Replaces the value of a field.</summary>
    public static async Task EnterAsync(this IPage page, string label, string value)
    {
        var field = page.GetByLabel(label, new() { Exact = true });
        await field.FillAsync(value);
        await Expect(field).ToHaveValueAsync(value);
    }

    /// <summary>Waits until the draft on the page is saved.</summary>
    public static Task DraftIsSavedAsync(this IPage page) => Expect(page.GetByText(new Regex("^Draft saved"))).ToBeVisibleAsync();

    /// <summary>Copies a text to the clipboard and pastes it into the field with Ctrl+V.</summary>
    public static async Task PasteAsync(this IPage page, ILocator field, string text)
    {
        await page.Context.GrantPermissionsAsync(["clipboard-read", "clipboard-write"]);
        await field.FocusAsync();
        await page.EvaluateAsync("text => navigator.clipboard.writeText(text)", text);
        await page.Keyboard.PressAsync("Control+V");
    }
}
