using MamConsole.BrowserTests.Drivers;
using MamConsole.BrowserTests.Stories;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace MamConsole.BrowserTests.Policies;

/// <summary>The recovery certificate: instructions, upload, a second certificate, and rejected files.</summary>
public sealed class RecoveryTests(Chromium chromium, DemoConsole demo) : BrowserTest(chromium, demo)
{
    [Fact]
    public async Task RecoveryCertificate_RejectsInvalidFilesAndDuplicatesAndAcceptsASecondOne()
    {
        var policy = await Demo.CreatePolicyAsync(
            "Recovery",
            draft => draft with { InformationProtection = draft.InformationProtection.WithRecovery([]) }
        );
        var page = await OpenAsync(Demo.Author, $"{policy}/protection");
        var group = page.Group("Data recovery agent (DRA) certificate");
        await Expect(group).ToContainTextAsync("cipher /r:recovery");

        await page.GetByLabel("Choose a .cer file").SetInputFilesAsync(Cer("letter.cer", "Dear all"u8.ToArray()));
        await Expect(group).ToContainTextAsync("This is not a certificate.");
        await page.Button("Remove the recovery certificate").ClickAsync();

        await page.GetByLabel("Choose a .cer file").SetInputFilesAsync(Cer("recovery.cer", Certificates.ForRecovery()));
        await Expect(group).ToContainTextAsync("CN=Second Recovery");
        await Expect(group).ToContainTextAsync("RSA, 2048 bits");
        await Expect(group).ToContainTextAsync("verified by reading it back");

        // A second certificate is added, and a duplicate is reported.
        var other = Certificates.ForRecovery();
        await page.GetByLabel("Add another .cer file").SetInputFilesAsync(Cer("other.cer", other));
        await Expect(page.Button("Remove recovery certificate 2")).ToBeVisibleAsync();
        await page.GetByLabel("Add another .cer file").SetInputFilesAsync(Cer("other.cer", other));
        await Expect(group).ToContainTextAsync("This certificate is already in the policy");
        await page.Button("Remove recovery certificate 3").ClickAsync();
        await Expect(group).Not.ToContainTextAsync("is already in the policy");
        await Expect(page.Button("Remove recovery certificate 2")).ToBeVisibleAsync();
        await page.Button("Remove recovery certificate 1").ClickAsync();
        await Expect(group).ToContainTextAsync("other.cer");
        await Expect(page.Button("Remove the recovery certificate")).ToBeVisibleAsync();
        await page.DraftIsSavedAsync();
    }

    private static FilePayload Cer(string name, byte[] content) =>
        new()
        {
            Name = name,
            MimeType = "application/x-x509-ca-cert",
            Buffer = content,
        };
}
