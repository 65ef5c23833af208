using MamConsole.BrowserTests.Drivers;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace MamConsole.BrowserTests.Stories;

/// <summary>
/// A version without the recovery certificate of the previous version is blocked, with the reason and how to resolve it.
/// </summary>
public sealed class LostKeyTests(Chromium chromium, DemoConsole demo) : BrowserTest(chromium, demo)
{
    [Fact]
    public async Task Publish_IsBlockedUntilTheRecoveryCertificateIsRestored()
    {
        var policy = await Demo.CreatePolicyAsync("Vault");
        await Demo.PublishAsync(policy, "With a way back");
        var page = await OpenAsync(Demo.Author, $"{policy}/protection");
        await page.Button("Remove the recovery certificate").ClickAsync();
        await Expect(page.Group("Data recovery agent (DRA) certificate"))
            .ToContainTextAsync("Blocks publishing: The published version has a recovery certificate, but this draft has none");

        await page.Link("Review and publish").ClickAsync();
        var publish = page.ButtonLike("^Publish version 2");
        await Expect(publish).ToBeDisabledAsync();
        await Expect(publish).ToHaveAccessibleDescriptionAsync("A finding blocks publishing: see “Validation findings”.");
        var reason = page.LinkLike("new files could never be recovered. Restore it, or upload another one.");
        await Expect(reason).ToBeVisibleAsync();

        // The message links to its field.
        await reason.ClickAsync();
        var upload = page.GetByLabel("Choose a .cer file");
        await Expect(upload).ToBeFocusedAsync();

        await upload.SetInputFilesAsync(
            new FilePayload
            {
                Name = "recovery.pfx",
                MimeType = "application/x-pkcs12",
                Buffer = [1, 2, 3],
            }
        );
        await Expect(page.GetByText("That file contains the private key.")).ToBeVisibleAsync();

        await upload.SetInputFilesAsync(
            new FilePayload
            {
                Name = "recovery-2.cer",
                MimeType = "application/x-x509-ca-cert",
                Buffer = Certificates.ForRecovery(),
            }
        );
        await Expect(page.Group("Data recovery agent (DRA) certificate")).ToContainTextAsync("recovery-2.cer");
        await page.Link("Review and publish").ClickAsync();
        await Expect(page.GetByText("Enter a reason:").Or(page.ButtonLike("^Publish version 2").And(page.Locator(":enabled"))))
            .ToBeVisibleAsync();
    }
}
