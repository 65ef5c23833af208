using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using MamConsole.BrowserTests.Accessibility;
using MamConsole.BrowserTests.Drivers;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace MamConsole.BrowserTests.Policies;

/// <summary>
/// Certificates and their secrets in the editor: upload, a wrong file, a wrong password, and a secret that is never shown again.
/// </summary>
public sealed class CertificatesTests(Chromium chromium, DemoConsole demo) : BrowserTest(chromium, demo)
{
    private const string Canary = "canary-Browser-42";

    [Fact]
    public async Task Secret_IsStoredByKeyboardAndNeverShownAgain()
    {
        var policy = await Demo.CreatePolicyAsync("Fetching");
        var page = await OpenAsync(Demo.Author, $"{policy}/certificates");
        await page.Button("Add a SCEP request").ClickAsync();
        var challenge = page.GetByLabel("Challenge", new() { Exact = true });
        await Expect(challenge).ToHaveAttributeAsync("aria-invalid", "true");

        await challenge.FocusAsync();
        await page.Keyboard.TypeAsync(Canary);
        await page.Keyboard.PressAsync("Tab");

        await Expect(page.GetByText("Stored. Enter a new one to replace it.")).ToBeVisibleAsync();
        await Expect(challenge).ToHaveValueAsync("");
        await Expect(challenge).Not.ToHaveAttributeAsync("aria-invalid", "true");
        Assert.DoesNotContain(Canary, await page.ContentAsync(), StringComparison.Ordinal);
        await page.DraftIsSavedAsync();

        await page.ReloadAsync();
        await page.AnswersAsync();
        await page.ButtonLike("^Edit A request").ClickAsync();
        await Expect(page.GetByText("Stored since")).ToBeVisibleAsync();
        await page.Button("Clear Challenge").ClickAsync();
        await Expect(page.GetByText("Enter the challenge that the server requires").First).ToBeVisibleAsync();
    }

    [Fact]
    public async Task Upload_RejectsAPrivateKeyAndAcceptsThePublicCertificate()
    {
        var policy = await Demo.CreatePolicyAsync("Trusting");
        var page = await OpenAsync(Demo.Author, $"{policy}/certificates");
        var upload = page.GetByLabel("Add a certificate");

        await upload.SetInputFilesAsync(File("root.pfx", Made("CN=Contoso Root").Export(X509ContentType.Pfx, "secret")));
        await Expect(page.GetByText("This file contains a private key").First).ToContainTextAsync("Nothing was stored.");

        await upload.SetInputFilesAsync(File("root.cer", Made("CN=Contoso Root").Export(X509ContentType.Cert)));
        await Expect(page.Group("Trusted certificates")).ToContainTextAsync("Contoso Root");
        await Expect(page.GetByText("This file contains a private key")).ToHaveCountAsync(0);
        await page.GetByLabel("Store of Contoso Root").SelectOptionAsync("Intermediate authority");
        await Expect(page.Group("Trusted certificates")).ToContainTextAsync("The certificate is self-signed");
        await page.Button("Remove Contoso Root").ClickAsync();
        await Expect(page.Group("Trusted certificates")).ToContainTextAsync("None.");
    }

    [Fact]
    public async Task PfxUpload_StoresTheFileOnlyWithTheCorrectPassword()
    {
        var policy = await Demo.CreatePolicyAsync("Carrying");
        var page = await OpenAsync(Demo.Author, $"{policy}/certificates");
        await page.Button("Add a .pfx certificate").ClickAsync();
        await page.GetByLabel("Choose a .pfx file")
            .SetInputFilesAsync(File("vpn.pfx", Made("CN=Contoso VPN").Export(X509ContentType.Pfx, "right-password")));

        await page.GetByLabel("Password of the file").FillAsync("wrong-password");
        await page.Button("Store vpn.pfx").ClickAsync();
        await Expect(page.GetByText("The password is not correct.")).ToBeVisibleAsync();

        await page.GetByLabel("Password of the file").FillAsync("right-password");
        await page.Button("Store vpn.pfx").ClickAsync();
        await Expect(page.Group("PFX certificates")).ToContainTextAsync("CN=Contoso VPN");
        await Expect(page.GetByText("Every PC receives this same key").First).ToBeVisibleAsync();
        Assert.DoesNotContain("right-password", await page.ContentAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task CertificateForms_AreAccessibleInBothThemesAndFitAPhone()
    {
        var policy = await Demo.CreatePolicyAsync("Inspected");
        var page = await OpenAsync(
            Demo.Author,
            $"{policy}/certificates",
            new()
            {
                ViewportSize = new() { Width = 1280, Height = 900 },
                ColorScheme = ColorScheme.Light,
            }
        );
        await page.GetByLabel("Add a certificate")
            .SetInputFilesAsync(File("root.cer", Made("CN=Contoso Root").Export(X509ContentType.Cert)));
        await page.Button("Add a .pfx certificate").ClickAsync();
        await page.GetByLabel("Choose a .pfx file")
            .SetInputFilesAsync(File("vpn.pfx", Made("CN=Contoso VPN").Export(X509ContentType.Pfx, "right-password")));
        await page.Button("Store vpn.pfx").ClickAsync();
        await Expect(page.GetByText("The password is not correct.")).ToBeVisibleAsync();
        await page.Button("Add a SCEP request").ClickAsync();
        await page.GetByLabel("Challenge", new() { Exact = true }).FillAsync(Canary);
        await page.Keyboard.PressAsync("Tab");
        await Expect(page.GetByText("Stored. Enter a new one to replace it.")).ToBeVisibleAsync();

        await EveryPageTests.InspectAsync(page, "certificates, opened");
    }

    private static FilePayload File(string name, byte[] bytes) =>
        new()
        {
            Name = name,
            MimeType = "application/octet-stream",
            Buffer = bytes,
        };

    private static X509Certificate2 Made(string name)
    {
        using var key = RSA.Create(2048);
        var request = new CertificateRequest(name, key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(true, false, 0, true));
        var now = TimeProvider.System.GetUtcNow();
        return request.CreateSelfSigned(now.AddDays(-1), now.AddYears(2));
    }
}
