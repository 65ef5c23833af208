using System.Text;
using System.Text.RegularExpressions;
using MamConsole.BrowserTests.Drivers;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace MamConsole.BrowserTests.Policies;

/// <summary>A policy is imported from another console with a report on every value, and is exported in three forms.</summary>
public sealed class ImportTests(Chromium chromium, DemoConsole demo) : BrowserTest(chromium, demo)
{
    [Fact]
    public async Task Import_CreatesADraftFromAnIntunePolicyAfterItsReport()
    {
        var page = await OpenAsync(Demo.Author, "policies");
        await page.LinkLike("^Import").ClickAsync();

        // The text is longer than a message of the page's connection may be.
        var padded = Imports.Intune.Replace("\"version\": \"1\"", $"\"version\": \"{new string('1', 60_000)}\"", StringComparison.Ordinal);
        await page.GetByLabel("Choose a file")
            .SetInputFilesAsync(
                new FilePayload
                {
                    Name = "branch.json",
                    MimeType = "application/json",
                    Buffer = Encoding.UTF8.GetBytes(padded),
                }
            );
        await Expect(page.GetByText("1 problem to correct before it can be published.")).ToBeVisibleAsync();
        await Expect(page.GetByText("branch.json")).ToBeVisibleAsync();

        await page.LinkLike("^Dropped").ClickAsync();
        await Expect(page).ToHaveURLAsync(new Regex("policies/import\\?show=dropped$"));
        await Expect(page.Row("$.somethingNew")).ToContainTextAsync("MamConsole does not recognize this.");
        await Expect(page.Row("$.enforcementLevel")).ToHaveCountAsync(0);
        await page.LinkLike("^Repaired").ClickAsync();
        await Expect(page.Row("$.enterpriseIPRanges[0].ranges[0].cidrAddress")).ToContainTextAsync("10.20.0.0-10.20.255.255");

        await Expect(page.GetByLabel("Name", new() { Exact = true })).ToHaveValueAsync("Branch offices");
        await page.EnterAsync("Name", "Everyone");
        await page.Button("Create the draft").ClickAsync();
        await Expect(page.GetByText("A policy named Everyone already exists.")).ToBeVisibleAsync();
        await page.EnterAsync("Name", "Branches");
        await page.Button("Create the draft").ClickAsync();

        await Expect(page.Title()).ToHaveTextAsync("Branches");
        await page.LinkLike("^Network boundary").First.ClickAsync();
        await Expect(page.Group("Cloud resources")).ToContainTextAsync("northwind.sharepoint.com");
        await page.VisitAsync("audit?text=Branches");
        await Expect(page.GetByText("Imported the policy Branches from branch.json")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task Import_ReadsAPastedTextLongerThanOneMessage()
    {
        var page = await OpenAsync(Demo.Author, "policies/import");
        await page.GetByLabel("Or paste the text")
            .FillAsync(
                Imports.Intune.Replace("\"version\": \"1\"", $"\"version\": \"{new string('1', 60_000)}\"", StringComparison.Ordinal)
            );
        await page.Button("Read the text").ClickAsync();

        await Expect(page.Row("$.revokeOnUnenrollDisabled")).ToContainTextAsync("Inverted");
    }

    [Fact]
    public async Task Export_DownloadsAVersionAsPolicyFileDocumentAndIntuneForm()
    {
        var policy = await Demo.PolicyAsync("Finance");
        var page = await OpenAsync(Demo.HelpDesk, $"{policy}/versions");
        await page.LinkLike("^Export").ClickAsync();
        await Expect(page.Title()).ToHaveTextAsync("Export Finance");
        await Expect(page.GetByText("Version 1, as it was published.")).ToBeVisibleAsync();

        foreach (
            var (link, file, holds) in new[]
            {
                ("Policy file", "finance-v1.json", "\"mamConsolePolicy\": 1"),
                ("Document", "finance-v1.html", "<h1>Finance</h1>"),
                ("Intune format", "finance-v1.intune.json", "windowsInformationProtectionPolicy"),
            }
        )
        {
            var download = await page.RunAndWaitForDownloadAsync(() => page.Link(link).ClickAsync());
            Assert.Equal(file, download.SuggestedFilename);
            Assert.Contains(
                holds,
                await File.ReadAllTextAsync(await download.PathAsync(), TestContext.Current.CancellationToken),
                StringComparison.Ordinal
            );
        }
    }
}
