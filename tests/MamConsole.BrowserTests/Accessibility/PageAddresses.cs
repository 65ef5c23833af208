using System.Collections.Frozen;
using MamConsole.BrowserTests.Drivers;
using MamConsole.DemoTenant;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace MamConsole.BrowserTests.Accessibility;

/// <summary>Every page of the console in each state that looks different, by name.</summary>
internal static partial class PageAddresses
{
    /// <summary>
    /// A page: the person who opens it (null: nobody is signed in), its address, and the steps and checks after it is open.
    /// </summary>
    public sealed record PageAddress(Func<DemoConsole, TenantUser?> Who, Func<DemoConsole, Task<string>> Address, Func<IPage, Task> Arrive);

    private const string Changes = "Harbour",
        Blocks = "Laboratory",
        Danger = "Retired",
        Connected = "Signals";

    public static readonly FrozenDictionary<string, PageAddress> All = Anywhere()
        .Concat(OfPolicies())
        .Concat(OfDevicesAndSettings())
        .ToFrozenDictionary();

    private static Dictionary<string, PageAddress> Anywhere() =>
        new()
        {
            ["tenant sign-in"] = new(_ => null, At(""), Shows("Sign in to the demo tenant")),
            ["tenant sign-in, refused"] = new(
                _ => null,
                At(""),
                async page =>
                {
                    await page.GetByLabel("User name").FillAsync("nobody@northwind.example");
                    await page.GetByLabel("Password").FillAsync("wrong");
                    await page.Button("Sign in").ClickAsync();
                    await Expect(page.GetByRole(AriaRole.Alert)).ToBeVisibleAsync();
                }
            ),
            ["signed out"] = new(_ => null, At("MicrosoftIdentity/Account/SignedOut"), Shows("You are signed out")),
            ["sign-in failed"] = new(_ => null, At("sign-in-failed?trace=0HN1"), Shows("The sign-in failed")),
            ["no role"] = new(demo => demo.Nobody, At("no-role"), Shows("You have no role")),
            ["not found"] = new(Author, At("no/such/page"), Shows("Page not found")),
            ["policy not found"] = new(Author, At("policies/0197a1b2-0000-7000-8000-000000000000"), Shows("Not found")),

            ["overview"] = new(
                Author,
                At(""),
                async page =>
                {
                    await Expect(page.GetByText("Tour in four steps")).ToBeVisibleAsync();
                    await Expect(page.LinkLike("Greta Grant")).ToBeVisibleAsync();
                }
            ),
            ["policies"] = new(Author, At("policies"), page => Expect(page.Link("Contractors")).ToBeVisibleAsync()),
            ["policies, new"] = new(
                Author,
                At("policies?new=1"),
                page => Expect(page.GetByLabel("Name", new() { Exact = true })).ToBeVisibleAsync()
            ),
        };

    private static TenantUser? Author(DemoConsole demo) => demo.Author;

    private static Func<DemoConsole, Task<string>> At(string address) => _ => Task.FromResult(address);

    private static Func<DemoConsole, Task<string>> In(string policy, string rest) => async demo => await demo.PolicyAsync(policy) + rest;

    /// <summary>The address, after at least two versions of the terms of use are published.</summary>
    private static Func<DemoConsole, Task<string>> Terms(string address) =>
        async demo =>
        {
            await demo.PublishTermsAsync("Be kind.");
            await demo.PublishTermsAsync("# Work files\n\nThey **belong** to us.\n\n- Ask [IT](https://it.northwind.example/).");
            return address;
        };

    /// <summary>The sessions of the PC that rejects a setting.</summary>
    private static async Task<string> Sessions(DemoConsole demo) => $"devices/{await demo.DeviceAsync("Greta Grant")}/sessions";

    private static PageAddress Removal(string opens, string title) =>
        new(
            demo => demo.Owner,
            At("devices?q=aino"),
            async page =>
            {
                await page.LinkLike("^Aino").ClickAsync();
                await page.Link(opens).ClickAsync();
                await Expect(page.GetByRole(AriaRole.Heading, new() { Name = title })).ToBeVisibleAsync();
            }
        );

    private static Func<IPage, Task> Shows(string title) => page => Expect(page.Title()).ToContainTextAsync(title);

    private static PageAddress Area(string policy, string area, string title) =>
        new(
            Author,
            In(policy, $"/{area}"),
            page =>
                Expect(
                        page.GetByRole(
                            AriaRole.Heading,
                            new()
                            {
                                Name = title,
                                Exact = true,
                                Level = 2,
                            }
                        )
                    )
                    .ToBeVisibleAsync()
        );
}
