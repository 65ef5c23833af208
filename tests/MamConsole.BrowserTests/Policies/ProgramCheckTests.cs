using MamConsole.BrowserTests.Drivers;
using MamConsole.PolicyEngine;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace MamConsole.BrowserTests.Policies;

/// <summary>A program file is inspected; any other file is rejected with a message; the result can be pasted as an app rule.</summary>
public sealed class ProgramCheckTests(Chromium chromium, DemoConsole demo) : BrowserTest(chromium, demo)
{
    [Fact]
    public async Task ProgramCheck_RejectsATextFileAndCopiesALibraryAsAnAppRule()
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
        await Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync("This is not a program file");

        // A file of the product itself: an unsigned library without the mark of an enlightened app.
        await upload.SetInputFilesAsync(typeof(PolicyValidator).Assembly.Location);
        await Expect(page.GetByText("Not marked").First).ToBeVisibleAsync();
        await Expect(page.GetByText("This is a library: only the mark of the .exe")).ToBeVisibleAsync();
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
    public async Task ProgramCheck_CopiesTheResourceLinesForDevelopers()
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
