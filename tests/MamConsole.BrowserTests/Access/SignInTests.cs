using Deque.AxeCore.Playwright;
using MamConsole.DemoTenant;
using MamConsole.IntegrationTests;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace MamConsole.BrowserTests.Access;

/// <summary>Signing in and out as a person does, cookies, redirects and content security policy as a real browser takes them.</summary>
public sealed class SignInTests(Chromium chromium) : IAsyncLifetime
{
    private readonly List<string> complaints = [];
    private TestServer server = null!;

    public async ValueTask InitializeAsync() => server = await TestServer.StartAsync();

    public ValueTask DisposeAsync() => server.DisposeAsync();

    [Fact]
    public async Task Somebody_signs_in_uses_the_console_and_signs_out()
    {
        await using var context = await chromium.OpenAsync();
        var page = await OpenAsync(context);
        await SignInAsync(page, server.Tenant.WithRoles("Author", "Publisher"));

        await Expect(page).ToHaveURLAsync(server.Url.AbsoluteUri);
        await Expect(page.GetByText("Maja Lindqvist").First).ToBeAttachedAsync();
        var cookie = Assert.Single(await context.CookiesAsync(), cookie => cookie.Name == "__Host-MamConsole");
        Assert.True(cookie is { HttpOnly: true, Secure: true, SameSite: SameSiteAttribute.Lax });

        await page.EvaluateAsync("document.querySelector('form[action$=\"MicrosoftIdentity/Account/SignOut\"]').submit()");
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "You are signed out" })).ToBeVisibleAsync();
        Assert.DoesNotContain(await context.CookiesAsync(), cookie => cookie.Name == "__Host-MamConsole");

        await page.GotoAsync(server.Url.AbsoluteUri);
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Sign in to the demo tenant" })).ToBeVisibleAsync();
        Assert.Equal("", string.Join(Environment.NewLine, complaints));
    }

    [Fact]
    public async Task Somebody_without_a_role_is_told_whom_to_ask()
    {
        await using var context = await chromium.OpenAsync();
        var page = await OpenAsync(context);
        await SignInAsync(page, server.Tenant.WithRoles());

        await Expect(page.GetByRole(AriaRole.Heading, new() { NameRegex = new("no role in MamConsole") })).ToBeVisibleAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Sign out" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "You are signed out" })).ToBeVisibleAsync();
    }

    [Theory]
    [InlineData(ColorScheme.Light)]
    [InlineData(ColorScheme.Dark)]
    public async Task The_tenants_page_is_accessible_and_names_a_wrong_password(ColorScheme scheme)
    {
        await using var context = await chromium.OpenAsync(new BrowserNewContextOptions { ColorScheme = scheme });
        var page = await OpenAsync(context);
        await page.GetByLabel("User name").FillAsync(server.Tenant.Staff[0].UserName);
        await page.GetByLabel("Password").FillAsync("wrong");
        await page.GetByRole(AriaRole.Button, new() { Name = "Sign in" }).ClickAsync();

        await Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync("do not belong together");
        await Expect(page.GetByLabel("Password")).ToBeFocusedAsync();
        Assert.Empty((await page.RunAxe()).Violations.Select(violation => violation.Id));
    }

    private async Task<IPage> OpenAsync(IBrowserContext context)
    {
        var page = await context.NewPageAsync();
        page.Console += (_, message) =>
        {
            if (message.Type == "error")
            {
                complaints.Add($"{message.Text} ({message.Location})");
            }
        };
        await page.GotoAsync(server.Url.AbsoluteUri);
        return page;
    }

    private static async Task SignInAsync(IPage page, TenantUser user)
    {
        await page.GetByLabel("User name").FillAsync(user.UserName);
        await page.GetByLabel("Password").FillAsync(user.Password);
        await page.GetByRole(AriaRole.Button, new() { Name = "Sign in" }).ClickAsync();
        await page.WaitForURLAsync(url => !url.Contains("/oauth2/", StringComparison.Ordinal) && !url.Contains("signin-oidc", StringComparison.Ordinal));
    }
}
