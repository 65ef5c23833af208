using MamConsole.BrowserTests.Drivers;
using static Microsoft.Playwright.Assertions;

namespace MamConsole.BrowserTests.Policies;

/// <summary>
/// Wi-Fi networks and VPN connections by form and by paste, partly with the keyboard alone; keys are never shown again.
/// </summary>
public sealed class ConnectivityTests(Chromium chromium, DemoConsole demo) : BrowserTest(chromium, demo)
{
    private const string Export = """
        <?xml version="1.0"?><WLANProfile xmlns="http://www.microsoft.com/networking/WLAN/profile/v1"><name>Guests</name><SSIDConfig><SSID><name>Guests</name></SSID></SSIDConfig>
        <connectionType>ESS</connectionType><MSM><security><authEncryption><authentication>WPA2PSK</authentication><encryption>AES</encryption></authEncryption>
        <sharedKey><keyType>passPhrase</keyType><protected>false</protected><keyMaterial>my secret key</keyMaterial></sharedKey></security></MSM></WLANProfile>
        """;

    [Fact]
    public async Task WifiForm_ShowsInvalidValuesAndAcceptsTheirCorrectionByKeyboard()
    {
        var policy = await Demo.CreatePolicyAsync("Networks");
        var page = await OpenAsync(Demo.Author, $"{policy}/connect?panel=wrong");
        await Expect(page.GetByText("This policy deploys no Wi-Fi or VPN profiles.")).ToBeVisibleAsync();

        await page.Button("Add a network").FocusAsync();
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.GetByText("Enter the name of the network.").First).ToBeVisibleAsync();
        await page.EnterAsync("Network name (SSID)", "Head/office");
        await Expect(page.GetByText("separate segments of the address. Use another name.").First).ToBeVisibleAsync();
        await page.EnterAsync("Network name (SSID)", "Head office");
        await Expect(page.GetByText("separate segments of the address. Use another name.")).ToHaveCountAsync(0);
        await Expect(page.GetByText("PCs get the Wi-Fi network Head office").First).ToBeVisibleAsync();

        var key = page.GetByLabel("Key", new() { Exact = true });
        await key.FillAsync("short");
        await page.Keyboard.PressAsync("Tab");
        await Expect(page.GetByText("A Wi-Fi password has 8 to 63", new() { Exact = false })).ToBeVisibleAsync();
        await key.FillAsync("correct horse");
        await page.Keyboard.PressAsync("Tab");
        await Expect(page.GetByText("Stored. Enter a new one to replace it.")).ToBeVisibleAsync();
        await Expect(key).ToHaveValueAsync("");
        await Expect(page.GetByText("Enter the network's key.")).ToHaveCountAsync(0);

        await page.DraftIsSavedAsync();
        await page.VisitAsync($"{policy}/connect?panel=wire");
        await Expect(page.GetByText("WiFi/Profile/Head%20office/WlanXml").First).ToBeVisibleAsync();
        Assert.DoesNotContain("correct horse", await page.ContentAsync(), StringComparison.Ordinal);
        Assert.DoesNotContain("secret-xml", await page.ContentAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task PastedWlanProfile_HasItsKeyRemovedBeforeTheDraftIsSaved()
    {
        var policy = await Demo.CreatePolicyAsync("Pasted networks");
        var page = await OpenAsync(Demo.Author, $"{policy}/connect");

        await page.Button("Paste a network’s XML").ClickAsync();
        await page.GetByLabel("WLANProfile").FillAsync("<WLANProfile>");
        await page.Keyboard.PressAsync("Tab");
        await Expect(page.GetByText("The XML is not well-formed").First).ToBeVisibleAsync();

        await page.GetByLabel("WLANProfile").FillAsync(Export);
        await page.Keyboard.PressAsync("Tab");
        await Expect(page.GetByText("The key was removed from the document and is stored encrypted", new() { Exact = false }))
            .ToBeVisibleAsync();
        await Expect(page.GetByLabel("Network name (SSID)")).ToHaveValueAsync("Guests");
        Assert.DoesNotContain("my secret key", await page.GetByLabel("WLANProfile").InputValueAsync(), StringComparison.Ordinal);
        await page.DraftIsSavedAsync();

        await page.VisitAsync($"{policy}/connect");
        await page.Button("Edit Guests").ClickAsync();
        Assert.DoesNotContain("my secret key", await page.ContentAsync(), StringComparison.Ordinal);
        await page.Button("Remove Guests").ClickAsync();
        await Expect(page.GetByText("This policy deploys no Wi-Fi or VPN profiles.")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task VpnForm_AppliesSuggestedRepairsAndClosesTheOtherForm()
    {
        var policy = await Demo.CreatePolicyAsync("Connections");
        var page = await OpenAsync(Demo.Author, $"{policy}/connect");

        await page.Button("Add a network").ClickAsync();
        await Expect(page.GetByLabel("Network name (SSID)")).ToBeVisibleAsync();
        await page.Button("Add a connection").ClickAsync();
        await Expect(page.GetByLabel("Network name (SSID)")).ToHaveCountAsync(0);

        await page.EnterAsync("Name", "To work");
        await page.GetByLabel("Add a server").FillAsync("https://vpn.northwind.example/");
        await page.Keyboard.PressAsync("Enter");
        await page.Button("Use vpn.northwind.example").ClickAsync();
        await Expect(page.GetByText("IKEv2 to vpn.northwind.example").First).ToBeVisibleAsync();

        await page.GetByLabel("Computer certificate").CheckAsync();
        await page.GetByLabel("SSTP", new() { Exact = true }).CheckAsync(new() { Force = true });
        await Expect(page.GetByText("Only IKEv2 supports sign-in with the PC's certificate.").First).ToBeVisibleAsync();
        await page.GetByLabel("IKEv2", new() { Exact = true }).CheckAsync(new() { Force = true });
        await Expect(page.GetByText("Only IKEv2 supports sign-in with the PC's certificate.")).ToHaveCountAsync(0);

        await page.GetByLabel("Add a route").FillAsync("10.0.0.1/8");
        await page.Keyboard.PressAsync("Enter");
        await page.Button("Use 10.0.0.0/8").ClickAsync();
        await Expect(page.GetByText("networks 10.0.0.0/8").First).ToBeVisibleAsync();
    }
}
