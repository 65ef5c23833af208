using MamConsole.BrowserTests.Drivers;
using MamConsole.PolicyEngine;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace MamConsole.BrowserTests.Policies;

/// <summary>A program file is looked into; a file that is none is refused in words; what was read makes a row.</summary>
public sealed class ProgramCheckTests(Chromium chromium, DemoConsole demo) : BrowserTest(chromium, demo)
{
    [Fact]
    public async Task A_program_is_checked_and_becomes_a_row()
    {
        var policy = await Demo.CreatePolicyAsync("From a file");
        var page = await OpenAsync(Demo.Author, "tools/wip-aware");
        await page.Context.GrantPermissionsAsync(["clipboard-read", "clipboard-write"]);
        var upload = page.GetByLabel("Choose an .exe or .dll");

        await upload.SetInputFilesAsync(
            new FilePayload
            {
                Name = "letter.exe",
                MimeType = "application/octet-stream",
                Buffer = "Dear all"u8.ToArray(),
            }
        );
        await Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync("This is no program file");

        // A file of the product itself: a library, unsigned, not marked.
        await upload.SetInputFilesAsync(typeof(PolicyValidator).Assembly.Location);
        await Expect(page.GetByText("Not marked").First).ToBeVisibleAsync();
        await Expect(page.GetByText("This is a library: what counts is the mark of the .exe")).ToBeVisibleAsync();
        await page.Button("Copy the hash").ClickAsync();
        await Expect(page.GetByText("Copied.", new() { Exact = true })).ToBeAttachedAsync();
        var copied = await page.EvaluateAsync<string>("() => navigator.clipboard.readText()");

        await page.VisitAsync($"{policy}/apps");
        await page.Button("Paste from Windows into Exempt apps").ClickAsync();
        await page.GetByLabel("Text from Windows").FillAsync(copied);
        await page.Button("Add 1 app to Exempt apps").ClickAsync();
        await Expect(page.Group("Exempt apps")).ToContainTextAsync("MamConsole.PolicyEngine.dll");
    }

    [Fact]
    public async Task The_lines_for_makers_are_copied()
    {
        var page = await OpenAsync(Demo.HelpDesk, "tools/wip-aware");
        await page.Context.GrantPermissionsAsync(["clipboard-read", "clipboard-write"]);
        await page.Button("Copy the lines").ClickAsync();
        await Expect(page.GetByText("Copied.", new() { Exact = true })).ToBeAttachedAsync();

        Assert.Contains(
            "EDPAUTOPROTECTIONALLOWEDAPPINFOID",
            await page.EvaluateAsync<string>("() => navigator.clipboard.readText()"),
            StringComparison.Ordinal
        );
    }
}
