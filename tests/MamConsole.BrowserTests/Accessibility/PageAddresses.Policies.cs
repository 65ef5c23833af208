using System.Text.RegularExpressions;
using MamConsole.BrowserTests.Drivers;
using MamConsole.BrowserTests.Policies;
using MamConsole.PolicyEngine.Authoring;
using MamConsole.PolicyEngine.Connectivity;
using MamConsole.PolicyEngine.InformationProtection;
using MamConsole.PolicyEngine.Monitoring;
using MamConsole.PolicyEngine.NetworkBoundary;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace MamConsole.BrowserTests.Accessibility;

/// <summary>The pages of policies and files.</summary>
internal static partial class PageAddresses
{
    private static Dictionary<string, PageAddress> OfPolicies() =>
        new()
        {
            ["import"] = new(Author, At("policies/import"), page => Expect(page.Button("Read the text")).ToBeVisibleAsync()),
            ["import, read"] = new(
                Author,
                At("policies/import"),
                async page =>
                {
                    await page.GetByLabel("Or paste the text").FillAsync(Imports.Intune);
                    await page.Button("Read the text").ClickAsync();
                    await Expect(page.Row("$.revokeOnUnenrollDisabled")).ToContainTextAsync("Inverted");
                }
            ),
            ["import, refused"] = new(
                Author,
                At("policies/import"),
                async page =>
                {
                    await page.GetByLabel("Or paste the text")
                        .FillAsync("""{ "mamConsolePolicy": 1, "name": 7, "document": { "deviceLock": { "colour": "blue" } } }""");
                    await page.Button("Read the text").ClickAsync();
                    await Expect(page.GetByText("$.document.deviceLock.colour").First).ToBeVisibleAsync();
                }
            ),
            ["import, help desk"] = new(
                demo => demo.HelpDesk,
                At("policies/import"),
                page => Expect(page.GetByText("Editing policies requires the role Author")).ToBeVisibleAsync()
            ),
            ["export"] = new(
                Author,
                In("Everyone", "/export"),
                page => Expect(page.Row("deviceLock.minimumLength")).ToContainTextAsync("Dropped")
            ),
            ["export of a version, inverted"] = new(
                Author,
                In("Everyone", "/export?version=1&show=inverted"),
                page => Expect(page.Row("informationProtection.revokeOnUnenroll")).ToBeVisibleAsync()
            ),

            ["area assignment"] = Area("Finance", "assignment", "Assignments"),
            ["area assignment, groups"] = new(
                Author,
                In("Sales", "/assignment"),
                async page =>
                {
                    await page.GetByLabel("Find a group for Groups", new() { Exact = true }).FillAsync("fin");
                    await Expect(page.GetByRole(AriaRole.Option, new() { NameRegex = new Regex("^Finance") })).ToBeVisibleAsync();
                }
            ),
            ["who gets it"] = new(Author, In("Finance", "/who"), page => Expect(page.Link("Carmen Castro")).ToBeVisibleAsync()),
            ["who gets another"] = new(
                Author,
                In("Everyone", "/who?show=elsewhere"),
                page => Expect(page.Link("Aino Almeida")).ToBeVisibleAsync()
            ),
            ["who gets the draft"] = new(
                Author,
                In("Contractors", "/who"),
                page => Expect(page.GetByRole(AriaRole.Heading, new() { Name = "No PC gets it" })).ToBeVisibleAsync()
            ),
            ["area protection"] = Area("Everyone", "protection", "Windows Information Protection"),
            ["area protection, no recovery certificate"] = new(
                Author,
                Seed(Blocks, "/protection"),
                page => Expect(page.GetByText("Create the key pair")).ToBeVisibleAsync()
            ),
            ["area work apps"] = Area("Everyone", "apps", "Protected and exempt apps"),
            ["area work apps, opened"] = new(
                Author,
                In("Everyone", "/apps"),
                async page =>
                {
                    await page.ButtonLike("^Edit Word").ClickAsync();
                    await Expect(page.GetByLabel("File name", new() { Exact = true })).ToBeVisibleAsync();
                }
            ),
            ["area work apps, known apps"] = new(
                Author,
                In("Everyone", "/apps"),
                async page =>
                {
                    await page.Button("Known apps for Protected apps").ClickAsync();
                    await page.GetByLabel("Find a known app").FillAsync("visio");
                    await Expect(page.GetByRole(AriaRole.Checkbox, new() { NameRegex = new Regex("^Visio") })).ToBeVisibleAsync();
                }
            ),
            ["area work apps, pasting"] = new(
                Author,
                In("Everyone", "/apps"),
                async page =>
                {
                    await page.Button("Paste from Windows into Exempt apps").ClickAsync();
                    await page.GetByLabel("Text from Windows").FillAsync("O=NORTHWIND, L=OSLO, C=NO\\LEDGER\\LEDGER.EXE\\2.0.0.0\nhello");
                    await Expect(page.GetByText("No app was found in “hello”.")).ToBeVisibleAsync();
                }
            ),
            ["check a program"] = new(
                Author,
                At("tools/wip-aware"),
                page => Expect(page.GetByRole(AriaRole.Heading, new() { Name = "For app developers" })).ToBeVisibleAsync()
            ),
            ["check a program, refused"] = new(
                demo => demo.HelpDesk,
                At("tools/wip-aware"),
                async page =>
                {
                    await page.GetByLabel("Choose an .exe or .dll")
                        .SetInputFilesAsync(
                            new FilePayload
                            {
                                Name = "notes.exe",
                                MimeType = "application/octet-stream",
                                Buffer = "hello"u8.ToArray(),
                            }
                        );
                    await Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync("This is not a program file");
                }
            ),
            ["area network boundary"] = Area("Everyone", "network", "Network boundary"),
            ["area device lock"] = Area("Everyone", "lock", "Device lock"),
            ["area Hello PIN"] = Area("Everyone", "pin", "Windows Hello for Business"),
            ["area move to MDM"] = Area("Everyone", "move", "MDM handoff"),
            ["area move to MDM, offered"] = new(
                Author,
                Seed("Movers", "/move"),
                async page =>
                {
                    await page.GetByText("Details by type of PC").ClickAsync();
                    await page.GetByText("Other ways in which management ends").ClickAsync();
                    await Expect(page.GetByRole(AriaRole.List, new() { Name = "Check-list" })).ToContainTextAsync("Windows editions");
                }
            ),
            ["area network boundary, starting"] = new(
                Author,
                Seed("Starters", "/network"),
                async page =>
                {
                    await page.GetByText("Start with Microsoft 365").ClickAsync();
                    await page.GetByLabel("Your tenant’s short name").FillAsync("contoso");
                    await Expect(page.Button("Add these hosts")).ToBeVisibleAsync();
                }
            ),
            ["area network boundary, long list"] = new(
                Author,
                Seed("Long", "/network"),
                page => Expect(page.GetByText("Rows 1 to 50 of 3,001")).ToBeVisibleAsync()
            ),
            ["area device lock, filled in"] = new(
                Author,
                Seed("Fillers", "/lock"),
                async page =>
                {
                    await page.Button("Fill in Balanced").ClickAsync();
                    await Expect(page.Group("Suggested rules").GetByRole(AriaRole.Button, new() { Name = "Undo" })).ToBeVisibleAsync();
                }
            ),
            ["area check-in schedule"] = Area("Everyone", "calls", "Check-in schedule"),
            ["area certificates"] = Area("Everyone", "certificates", "Certificates"),
            ["area certificates, opened"] = new(
                Author,
                async demo => $"{await demo.CreatePolicyAsync($"Opened {Guid.NewGuid():N}")}/certificates",
                async page =>
                {
                    await page.Button("Add a .pfx certificate").ClickAsync();
                    await page.Button("Add a SCEP request").ClickAsync();
                    await Expect(page.GetByLabel("Challenge", new() { Exact = true })).ToBeVisibleAsync();
                }
            ),
            ["area Wi-Fi and VPN"] = Area("Everyone", "connect", "Wi-Fi and VPN"),
            ["area Wi-Fi and VPN, a network"] = new(
                Author,
                Seed(Connected, "/connect"),
                page => OpenedAsync(page, "Head office", "Network name (SSID)")
            ),
            ["area Wi-Fi and VPN, a connection"] = new(
                Author,
                Seed(Connected, "/connect?panel=wrong"),
                page => OpenedAsync(page, "To work", "Add a server")
            ),
            ["area Wi-Fi and VPN, a document"] = new(
                Author,
                Seed(Connected, "/connect"),
                page => OpenedAsync(page, "Guests", "WLANProfile")
            ),
            ["area monitoring"] = new(
                Author,
                Seed(Connected, "/monitoring"),
                page => Expect(page.GetByText("personal data. Mention it in the terms of use").First).ToBeVisibleAsync()
            ),
            ["area read only"] = new(
                demo => demo.HelpDesk,
                In("Everyone", "/lock"),
                page => Expect(page.GetByText("You can read this draft.")).ToBeVisibleAsync()
            ),
            ["area with faults"] = new(
                Author,
                Seed(Blocks, "/network?panel=wrong"),
                page => Expect(page.GetByLabel("Cloud resources, row 1")).ToHaveAttributeAsync("aria-invalid", "true")
            ),
            ["area with faults, lock"] = new(
                Author,
                Seed(Blocks, "/lock?panel=does"),
                page =>
                    Expect(page.GetByLabel("Maximum inactivity time until lock", new() { Exact = true }))
                        .ToHaveAttributeAsync("aria-invalid", "true")
            ),
            ["area, the wire"] = new(
                Author,
                Seed(Changes, "/lock?panel=wire"),
                page => Expect(page.GetByText(new Regex("DeviceLock/MaxInactivityTimeDeviceLock$"))).ToBeVisibleAsync()
            ),
            ["area, compared"] = new(
                Author,
                Seed(Changes, "/network?panel=compared"),
                page => Expect(page.GetByRole(AriaRole.Tabpanel)).ToContainTextAsync("13 minutes")
            ),
            ["area, pasted"] = new(
                Author,
                Seed(Changes, "/network"),
                async page =>
                {
                    await page.PasteAsync(
                        page.GetByLabel("Add a cloud resource", new() { Exact = true }),
                        "contoso.sharepoint.com;*.contoso.com."
                    );
                    await Expect(page.Group("Cloud resources").GetByRole(AriaRole.Button, new() { Name = "Undo" })).ToBeVisibleAsync();
                }
            ),

            ["publish, nothing"] = new(
                Author,
                In("Finance", "/publish"),
                page => Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Nothing changes" })).ToBeVisibleAsync()
            ),
            ["publish, changes"] = new(
                Author,
                Seed(Changes, "/publish"),
                page => Expect(page.ButtonLike("^Publish version 2")).ToBeVisibleAsync()
            ),
            ["publish, blocks"] = new(
                Author,
                Seed(Blocks, "/publish"),
                page => Expect(page.GetByText("A finding blocks publishing: see")).ToBeVisibleAsync()
            ),
            ["publish, danger"] = new(
                Author,
                Seed(Danger, "/publish"),
                page => Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Confirm the danger" })).ToBeVisibleAsync()
            ),
            ["versions"] = new(
                Author,
                In("Everyone", "/versions?from=0&to=1&wire=1"),
                page => Expect(page.Row("Maximum inactivity time until lock")).ToBeVisibleAsync()
            ),
            ["versions, unified"] = new(
                Author,
                Seed("Back", "/versions?from=1&to=2&view=unified&wire=1"),
                page => Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Removed settings" })).ToBeVisibleAsync()
            ),
            ["versions, the draft"] = new(
                Author,
                Seed(Changes, "/versions?from=1&to=draft"),
                page => Expect(page.Row("Maximum inactivity time until lock")).ToContainTextAsync("13 minutes")
            ),
            ["versions, commenting"] = new(
                Author,
                Seed("Back", "/versions?from=1&to=2&say=2"),
                page => Expect(page.GetByLabel("Comment on version 2")).ToBeVisibleAsync()
            ),
            ["area, a reason"] = new(
                Author,
                Seed(Changes, "/lock"),
                async page =>
                {
                    await page.Button("Comment on Maximum inactivity time until lock").ClickAsync();
                    await Expect(page.GetByLabel("Comment: Maximum inactivity time until lock")).ToBeFocusedAsync();
                }
            ),
            ["publish, effects"] = new(
                Author,
                Seed(Changes, "/publish"),
                async page =>
                {
                    await Expect(page.GetByText("No PC gets this now.")).ToBeVisibleAsync();
                    await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Removed settings" })).ToBeVisibleAsync();
                }
            ),
            ["versions, going back"] = new(
                Author,
                Seed("Back", "/versions?from=1&to=2&back=1"),
                page => Expect(page.ButtonLike("^Publish version 1 again")).ToBeVisibleAsync()
            ),
            ["versions, none"] = new(
                Author,
                In("Contractors", "/versions"),
                page => Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Nothing has been published yet" })).ToBeVisibleAsync()
            ),

            ["Exchange conflicts, nothing recorded"] = new(
                Author,
                In("Everyone", "/exchange"),
                page => Expect(page.GetByRole(AriaRole.Heading, new() { Name = "No Exchange policy is recorded" })).ToBeVisibleAsync()
            ),
            ["Exchange policy, none"] = new(
                Author,
                At("settings/exchange"),
                async page =>
                {
                    await page.GetByLabel("Output of Exchange")
                        .FillAsync("PasswordEnabled : True\nMaxInactivityTimeLock : 15\nSparkle : True\nIsDefault : True");
                    await Expect(page.GetByText("Not valid", new() { Exact = true })).ToBeVisibleAsync();
                }
            ),
            ["Exchange policy, by form"] = new(
                Author,
                At("settings/exchange?by=form"),
                async page =>
                {
                    await page.GetByLabel("Minimum password length").FillAsync("99");
                    await Expect(page.GetByText("Enter a whole number from 1 to 16.")).ToBeVisibleAsync();
                }
            ),
        };

    /// <summary>A policy with the content that the page shows; it is created when the first page needs it.</summary>
    private static Func<DemoConsole, Task<string>> Seed(string name, string rest) =>
        async demo =>
        {
            if (await demo.FindPolicyAsync(name) is not { } policy)
            {
                policy = await demo.CreatePolicyAsync(name);
                await demo.PublishAsync(policy, "As it began");
                await demo.ChangeDraftAsync(
                    policy,
                    name switch
                    {
                        Blocks => Faulty,
                        "Movers" => draft =>
                            draft with
                            {
                                Assignment = new()
                                {
                                    To = PolicyEngine.Assignment.AssignmentKind.People,
                                    People = ["dario.dvorak@northwind.example", "farid.fischer@northwind.example"],
                                },
                                Handoff = new()
                                {
                                    DiscoveryUrl = "https://mdm.northwind.example/EnrollmentServer/Discovery.svc",
                                    WipInMdm = false,
                                    MdmEnterpriseId = "tailspin.example",
                                },
                            },
                        "Long" => draft =>
                            draft with
                            {
                                NetworkBoundary = draft.NetworkBoundary with
                                {
                                    CloudResources =
                                    [
                                        .. Enumerable
                                            .Range(1, 3000)
                                            .Select(n => new CloudResource { Host = $"service-{n}.northwind.example" }),
                                        new CloudResource { Host = "*.northwind.example" },
                                    ],
                                },
                            },
                        Connected => Connecting,
                        Danger => draft =>
                            draft with
                            {
                                InformationProtection = draft.InformationProtection with { Mode = ProtectionMode.Off },
                            },
                        _ => Changed,
                    }
                );
                if (name == "Back")
                {
                    await demo.PublishAsync(policy, "As it went on");
                }
            }

            return policy + rest;
        };

    private static async Task OpenedAsync(IPage page, string row, string field)
    {
        await page.Button($"Edit {row}").ClickAsync();
        await Expect(page.GetByLabel(field, new() { Exact = true })).ToBeVisibleAsync();
    }

    private static WrittenPolicy Connecting(WrittenPolicy draft) =>
        draft with
        {
            Connectivity = new()
            {
                Wifi =
                [
                    new WifiProfile.ByForm
                    {
                        Name = "Head office",
                        Security = WifiSecurity.Open,
                        Hidden = true,
                    },
                    new WifiProfile.ByXml { Name = "Guests", Xml = "<WLANProfile/>" },
                ],
                Vpn =
                [
                    new VpnProfile.ByForm
                    {
                        Name = "To work",
                        Servers = ["https://vpn.northwind.example/"],
                        ForceTunnel = true,
                        Routes = ["10.0.0.1/8"],
                        NameRules = [new() { Name = ".northwind.example" }],
                    },
                ],
            },
            Monitoring = new()
            {
                Condition = ReadInterval.Call,
                WorkLog = ReadInterval.Day,
                BootHealth = ReadInterval.Week,
            },
        };

    private static WrittenPolicy Changed(WrittenPolicy draft) =>
        draft with
        {
            NetworkBoundary = draft.NetworkBoundary with
            {
                CloudResources =
                [
                    .. draft.NetworkBoundary.CloudResources,
                    new CloudResource { Host = ".northwind.example" },
                    new CloudResource { Host = "crm.northwind.example", Proxy = "proxy.northwind.example" },
                ],
                InternalProxies = ["proxy.northwind.example:80"],
                NeutralResources = [],
            },
            DeviceLock = draft.DeviceLock with { LockAfterMinutes = "13", AllowSimple = false, History = "" },
        };

    private static WrittenPolicy Faulty(WrittenPolicy draft) =>
        draft with
        {
            InformationProtection = draft.InformationProtection with { RecoveryCertificate = null, EnterpriseIds = ["northwind"] },
            NetworkBoundary = draft.NetworkBoundary with
            {
                CloudResources =
                [
                    new CloudResource { Host = "https://northwind.sharepoint.com/sites" },
                    new CloudResource { Host = "*.northwind.example" },
                ],
                IpRanges = [new AddressRange { First = "10.20.0.0/16" }],
            },
            DeviceLock = draft.DeviceLock with { LockAfterMinutes = "5000", CharacterGroups = "4" },
        };
}
