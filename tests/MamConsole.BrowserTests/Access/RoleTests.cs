using System.Text.RegularExpressions;
using MamConsole.BrowserTests.Drivers;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace MamConsole.BrowserTests.Access;

/// <summary>Each role sees the actions it may perform; for the others the page names the missing role and the contact.</summary>
public sealed class RoleTests(Chromium chromium, DemoConsole demo) : BrowserTest(chromium, demo)
{
    [Fact]
    public async Task PolicyEditor_IsReadOnlyForHelpDeskAndShowsTheMissingRole()
    {
        var policy = await Demo.PolicyAsync("Everyone");
        var page = await OpenAsync(Demo.HelpDesk, "policies");
        await Expect(page.Link("Everyone")).ToBeVisibleAsync();
        await Expect(page.LinkLike("New policy")).ToHaveCountAsync(0);

        await page.VisitAsync($"{policy}/lock");
        await Expect(page.GetByText("Editing policies requires the role Author.")).ToBeVisibleAsync();
        await Expect(page.GetByLabel("Maximum inactivity time until lock", new() { Exact = true })).Not.ToBeEditableAsync();
        await Expect(page.GetByLabel("Required", new() { Exact = true })).ToBeDisabledAsync();

        await page.VisitAsync($"{policy}/network");
        await Expect(page.GetByLabel("Add a cloud resource", new() { Exact = true })).ToHaveCountAsync(0);

        await page.VisitAsync($"{policy}/publish");
        var publish = page.ButtonLike("^Publish version");
        await Expect(publish).ToBeDisabledAsync();
        await Expect(publish).ToHaveAccessibleDescriptionAsync(new Regex("requires the role Publisher or Owner. Ask an owner"));
    }

    [Fact]
    public async Task Publish_IsAllowedForOwnerWhoCannotEditTheDraft()
    {
        var policy = await Demo.CreatePolicyAsync(
            "For the owner",
            draft => draft with { DeviceLock = draft.DeviceLock with { LockAfterMinutes = "11" } }
        );
        var page = await OpenAsync(Demo.Owner, $"{policy}/lock");
        await Expect(page.GetByText("Editing policies requires the role Author.")).ToBeVisibleAsync();

        await page.Link("Review and publish").ClickAsync();
        await page.EnterAsync("Reason", "The owner agrees");
        await page.ButtonLike("^Publish version 1 to 0 PCs").ClickAsync();
        await Expect(page.GetByText("Version 1 is published.", new() { Exact = true })).ToBeVisibleAsync();
        await Expect(page.GetByText("Ingrid Solberg").First).ToBeVisibleAsync();
    }

    [Fact]
    public async Task AuditPage_ShowsAuditorTheActorAndLinksToThePolicy()
    {
        // The text filter is necessary: other tests of the run fill the first page with their own versions.
        var page = await OpenAsync(Demo.Auditor, "audit?kind=Policy&text=after%20the%20pilot");
        await Expect(page.Row("Published version 1: First version, after the pilot")).ToContainTextAsync("Maja Lindqvist");
        await page.GetByRole(AriaRole.Cell).GetByRole(AriaRole.Link, new() { Name = "Everyone", Exact = true }).First.ClickAsync();
        await Expect(page.GetByRole(AriaRole.Main).GetByText("Editing policies requires the role Author.")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task NoRolePage_ShowsTheContactAndAllowsSigningOut()
    {
        var page = await OpenWindowAsync();
        await page.GotoAsync("policies");
        await page.SignInAsync(Demo.Nobody);

        await Expect(page.Title()).ToHaveTextAsync("You have no role in MamConsole yet");
        await Expect(page.GetByText("Ask an owner of this console for one of the roles")).ToBeVisibleAsync();
        await page.Button("Sign out").ClickAsync();
        await Expect(page.Title()).ToHaveTextAsync("You are signed out");
    }
}
