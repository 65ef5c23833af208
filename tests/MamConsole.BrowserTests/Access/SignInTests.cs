using MamConsole.BrowserTests.Drivers;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace MamConsole.BrowserTests.Access;

/// <summary>Signing in and out in a real browser, with its cookies, redirects and content security policy.</summary>
public sealed class SignInTests(Chromium chromium, DemoConsole demo) : BrowserTest(chromium, demo)
{
    private const string Cookie = "__Host-MamConsole";

    [Fact]
    public async Task SignIn_ReturnsToTheRequestedPageAndSignOutDeletesTheCookie()
    {
        var page = await OpenWindowAsync();
        await page.GotoAsync("devices?state=UpToDate");
        await Expect(page.Title()).ToHaveTextAsync("Sign in to the demo tenant");
        await page.SignInAsync(Demo.Author);

        // The browser returns to the address that the person requested.
        await Expect(page).ToHaveURLAsync($"{Demo.Url}devices?state=UpToDate");
        var cookie = Assert.Single(await page.Context.CookiesAsync(), cookie => cookie.Name == Cookie);
        Assert.True(cookie is { HttpOnly: true, Secure: true, SameSite: SameSiteAttribute.Lax });

        await page.ButtonLike("^Maja Lindqvist Author and Publisher").ClickAsync();
        await page.Button("Sign out").ClickAsync();
        await Expect(page.Title()).ToHaveTextAsync("You are signed out");
        Assert.DoesNotContain(await page.Context.CookiesAsync(), cookie => cookie.Name == Cookie);

        await page.Link("Sign in again").ClickAsync();
        await Expect(page.Title()).ToHaveTextAsync("Sign in to the demo tenant");
    }

    [Fact]
    public async Task SignIn_ShowsWrongPasswordAndSucceedsOnTheNextAttempt()
    {
        var page = await OpenWindowAsync();
        await page.GotoAsync("");
        await page.GetByLabel("User name").FillAsync(Demo.Author.UserName);
        await page.GetByLabel("Password").FillAsync("wrong");
        await page.Button("Sign in").ClickAsync();

        await Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync("is incorrect");
        await Expect(page.GetByLabel("Password")).ToBeFocusedAsync();
        await Expect(page.GetByLabel("User name")).ToHaveValueAsync(Demo.Author.UserName);
        await page.SignInAsync(Demo.Author);
        await Expect(page.Title()).ToHaveTextAsync("Overview");
    }
}
