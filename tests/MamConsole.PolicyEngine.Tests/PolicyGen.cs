using CsCheck;
using MamConsole.PolicyEngine.AppRules;
using MamConsole.PolicyEngine.Assignment;
using MamConsole.PolicyEngine.Authoring;
using MamConsole.PolicyEngine.Connectivity;
using MamConsole.PolicyEngine.DeviceLock;
using MamConsole.PolicyEngine.Handoff;
using MamConsole.PolicyEngine.HelloPin;
using MamConsole.PolicyEngine.InformationProtection;
using MamConsole.PolicyEngine.Monitoring;
using MamConsole.PolicyEngine.NetworkBoundary;
using MamConsole.PolicyEngine.Polling;
using MamConsole.PolicyEngine.Values;

namespace MamConsole.Tests.PolicyEngine;

/// <summary>Generates written policies with varied values in all fields; most of the values are valid.</summary>
internal static class PolicyGen
{
    private static readonly UploadedCertificate One = SamplePolicies.Upload(SamplePolicies.Certificate(name: "CN=One"));
    private static readonly UploadedCertificate Two = SamplePolicies.Upload(SamplePolicies.Certificate(name: "CN=Two"));

    private static readonly Gen<bool?> Switch = Gen.OneOf<bool?>(null, true, false);

    private static readonly Gen<AssignmentSettings> Assignment = Gen.Select(
        Gen.Select(
            Optional<AssignmentKind>(),
            Some("ana@contoso.com", "bo@contoso.com", "cy@contoso.com"),
            Text("10"),
            Some("dee@contoso.com")
        ),
        Gen.Select(Some(Group(1), Group(2)), Some(Group(3)), Text("19045"), Text("22631")),
        Gen.Select(Some(EditionFamily.Home, EditionFamily.Pro), Some("Pilot", "Early")),
        (a, b, c) =>
            new AssignmentSettings
            {
                To = a.Item1,
                People = a.Item2,
                Priority = a.Item3,
                ExceptPeople = a.Item4,
                Groups = b.Item1,
                ExceptGroups = b.Item2,
                FromBuild = b.Item3,
                ToBuild = b.Item4,
                Editions = c.Item1,
                Rings = c.Item2,
            }
    );

    private static readonly Gen<InformationProtectionSettings> Protection = Gen.Select(
        Gen.Select(Optional<ProtectionMode>(), Some("contoso.com", "fabrikam.com", "bücher.example"), Gen.OneOf(null, One, Two)),
        Gen.Select(Switch, Switch, Switch, Switch),
        Gen.Select(Text("c1b8dbd3-1b1c-4c4b-9d5c-2f3a1f6f0a11"), Some("docx", ".pdf", "XLSX"), Text("30")),
        (a, b, c) =>
            new InformationProtectionSettings
            {
                Mode = a.Item1,
                EnterpriseIds = a.Item2,
                RecoveryCertificate = a.Item3,
                FurtherRecoveryCertificates = a.Item3 == One && b.Item4 == true ? [Two] : [],
                RevokeOnUnenroll = b.Item1,
                RevokeOnMdmHandoff = b.Item2,
                ShowIcons = b.Item3,
                AzureRms = b.Item4,
                RmsTemplateId = c.Item1,
                SmbExtensions = c.Item2,
                LostContactDays = c.Item3,
            }
    );

    private static readonly Gen<AppRule> Signed = Gen.Select(
        Gen.OneOf<AppRule>([.. KnownApps.All.Take(4).Select(app => app.Rule), SamplePolicies.LineOfBusiness, SamplePolicies.Notepad]),
        Gen.Bool,
        Text("Our app"),
        Text("1.2.3.4"),
        (rule, deny, name, high) => rule with { Deny = deny, Name = name, HighVersion = rule.LowVersion.Length > 0 ? "" : high }
    );

    private static readonly Gen<AppRule> Rule = Gen.Select(
        Signed,
        Gen.Int[0, 5],
        Gen.Bool,
        (signed, kind, deny) =>
            kind switch
            {
                0 => new AppRule.FileAtPath { Path = @"%OSDRIVE%\Tools\*", Deny = deny },
                1 => new AppRule.FileWithHash
                {
                    Hash = new string('a', 64),
                    FileName = "tool.exe",
                    Deny = deny,
                },
                _ => signed,
            }
    );

    private static readonly Gen<AppRulesSettings> Apps = Gen.Select(
        Rule.Array[0, 3],
        Rule.Array[0, 2],
        Switch,
        (allowed, exempt, deny) =>
            new AppRulesSettings
            {
                Allowed = allowed.ToValueList(),
                Exempt = exempt.ToValueList(),
                UseRecommendedDenyRules = deny,
            }
    );

    private static readonly Gen<NetworkBoundarySettings> Boundary = Gen.Select(
        Gen.Select(
            Some<CloudResource>(new() { Host = "a.example" }, new() { Host = ".b.example", Proxy = "p1" }),
            Switch,
            Some<AddressRange>(new() { First = "10.0.0.0", Last = "10.0.0.255" }, new() { First = "2001:db8::", Last = "2001:db8::ff" })
        ),
        Gen.Select(Some("corp", "contoso.com"), Some("p1", "p2:80"), Some("x1", "x2:80"), Some("login.windows.net", ".live.com")),
        Gen.Select(Switch, Switch),
        (a, b, c) =>
            new NetworkBoundarySettings
            {
                CloudResources = a.Item1,
                AppCompat = a.Item2,
                IpRanges = a.Item3,
                DomainNames = b.Item1,
                InternalProxies = b.Item2,
                ExternalProxies = b.Item3,
                NeutralResources = b.Item4,
                IpRangesAreAuthoritative = c.Item1,
                ProxiesAreAuthoritative = c.Item2,
            }
    );

    private static readonly Gen<DeviceLockSettings> Lock = Gen.Select(
        Switch,
        Text("5", "0"),
        Text("8", "0"),
        Optional<PasswordKind>(),
        Gen.Select(Text("2"), Text("10", "0"), Text("365", "0"), Text("5", "0")),
        Switch,
        (required, idle, length, kind, more, simple) =>
            new DeviceLockSettings
            {
                LockRequired = required,
                LockAfterMinutes = idle,
                MinimumLength = length,
                PasswordKind = kind,
                CharacterGroups = more.Item1,
                FailedAttempts = more.Item2,
                ExpirationDays = more.Item3,
                History = more.Item4,
                AllowSimple = simple,
            }
    );

    private static readonly Gen<HelloPinSettings> Pin = Gen.Select(
        Switch,
        Text("8"),
        Text("20"),
        Gen.Select(Optional<PinCharacters>(), Optional<PinCharacters>(), Optional<PinCharacters>(), Optional<PinCharacters>()),
        Text("5"),
        Text("90"),
        (use, minimum, longestName, classes, history, days) =>
            new HelloPinSettings
            {
                UsePassportForWork = use,
                MinimumLength = minimum,
                MaximumLength = longestName,
                UppercaseLetters = classes.Item1,
                LowercaseLetters = classes.Item2,
                Digits = classes.Item3,
                SpecialCharacters = classes.Item4,
                History = history,
                ExpirationDays = days,
            }
    );

    private static readonly Gen<HandoffSettings> Move = Gen.Select(
        Text("https://mdm.contoso.com/EnrollmentServer/Discovery.svc"),
        Switch,
        Text("contoso.com", "Contoso.com|a.example"),
        (url, wip, id) =>
            new HandoffSettings
            {
                DiscoveryUrl = url,
                WipInMdm = wip,
                MdmEnterpriseId = id,
            }
    );

    private static readonly Gen<PollingSettings> Calls = Gen.Select(
        Optional<PollingSchedule>(),
        Gen.Select(Text("1", "3"), Text("5", "0")),
        Gen.Select(Text("15"), Text("8")),
        Gen.Select(Text("480"), Text("0")),
        Switch,
        (schedule, first, second, later, login) =>
            new PollingSettings
            {
                Schedule = schedule,
                FirstInterval = first.Item1,
                FirstCount = first.Item2,
                SecondInterval = second.Item1,
                SecondCount = second.Item2,
                LaterInterval = later.Item1,
                LaterCount = later.Item2,
                PollOnLogin = login,
            }
    );

    private static readonly Gen<ConnectivitySettings> Connect = Gen.Select(
        Some<WifiProfile>(
            Connectivity.SampleProfiles.Office,
            Connectivity.SampleProfiles.Hostile with
            {
                Cost = WifiCost.Free,
            },
            Connectivity.SampleProfiles.Work,
            new WifiProfile.ByXml
            {
                Name = "Pasted",
                Key = Connectivity.SampleProfiles.Key,
                Xml = Connectivity.SampleProfiles.Wlan("Pasted"),
            }
        ),
        Some<VpnProfile>(
            Connectivity.SampleProfiles.Simple,
            Connectivity.SampleProfiles.Full with
            {
                ForWorkApps = false,
            },
            new VpnProfile.ByXml { Name = "Pasted", Xml = Connectivity.SampleProfiles.Vpn() }
        ),
        (wifi, vpn) => new ConnectivitySettings { Wifi = wifi, Vpn = vpn }
    );

    private static readonly Gen<MonitoringSettings> Monitor = Gen.Select(
        Optional<ReadInterval>(),
        Optional<ReadInterval>(),
        Optional<ReadInterval>(),
        Gen.OneOf<ReadInterval?>(null, ReadInterval.Week),
        Gen.OneOf<ReadInterval?>(null, ReadInterval.Day),
        (settings, condition, hardware, boot, log) =>
            new MonitoringSettings
            {
                Settings = settings,
                Condition = condition,
                Hardware = hardware,
                BootHealth = boot,
                WorkLog = log,
            }
    );

    public static readonly Gen<WrittenPolicy> Policy = Gen.Select(
        Gen.Select(Assignment, Protection, Apps, Boundary),
        Gen.Select(Lock, Pin, Move, Calls),
        Gen.Select(Connect, Monitor),
        (a, b, c) =>
            new WrittenPolicy
            {
                Assignment = a.Item1,
                InformationProtection = a.Item2,
                AppRules = a.Item3,
                NetworkBoundary = a.Item4,
                DeviceLock = b.Item1,
                HelloPin = b.Item2,
                Handoff = b.Item3,
                Polling = b.Item4,
                Connectivity = c.Item1,
                Monitoring = c.Item2,
            }
    );

    private static GroupReference Group(int number) =>
        new() { Id = new Guid(number, 0, 0, new byte[8]).ToString("D"), Name = $"Group {number}" };

    private static Gen<T?> Optional<T>()
        where T : struct, Enum => Gen.OneOf<T?>([null, .. Enum.GetValues<T>().Cast<T?>()]);

    private static Gen<string> Text(params string[] texts) => Gen.OneOf(["", .. texts]);

    private static Gen<ValueList<T>> Some<T>(params T[] items) =>
        Gen.Shuffle(items).Select(Gen.Int[0, items.Length], (order, count) => order.Take(count).ToValueList());
}
