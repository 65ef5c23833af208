using System.Diagnostics;
using System.Reflection;
using System.Text.Json;
using MamConsole.Cli;
using MamConsole.PolicyEngine.Authoring;
using MamConsole.PolicyEngine.PolicyFile;
using MamConsole.Tests.PolicyEngine;
using Microsoft.Extensions.Time.Testing;

namespace MamConsole.Tests.Cli;

/// <summary>Tests the program as scripts use it: input files, printed lines and exit codes.</summary>
public sealed class MamCtlTests : IDisposable
{
    private static readonly WrittenPolicy Fine = new()
    {
        DeviceLock = new()
        {
            LockRequired = true,
            LockAfterMinutes = "5",
            MinimumLength = "8",
        },
    };

    private static readonly WrittenPolicy Wrong = new()
    {
        DeviceLock = new()
        {
            LockRequired = true,
            LockAfterMinutes = "5000",
            MinimumLength = "8",
        },
    };

    private readonly string folder = Directory.CreateTempSubdirectory("mamctl-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public void Validate_PrintsFindings()
    {
        Assert.Equal((0, $"{Save("a", Fine)}: Sales: no findings\n", ""), Run("validate", Save("a", Fine)));

        var (exit, output, _) = Run("validate", Save("a", Fine), Save("b", Wrong));
        Assert.Equal(1, exit);
        Assert.Contains($"{Save("b", Wrong)}: Sales: 1 finding; cannot be published", output, StringComparison.Ordinal);
        Assert.Contains("  blocks  DL-06      deviceLock.lockAfterMinutes: ", output, StringComparison.Ordinal);
    }

    [Fact]
    public void Validate_PrintsFindingsAsJson()
    {
        var (exit, output, _) = Run("validate", "--json", Save("b", Wrong), Missing);

        using var json = JsonDocument.Parse(output);
        var files = json.RootElement.GetProperty("files");
        var finding = files[0].GetProperty("policies")[0].GetProperty("findings")[0];
        Assert.Equal(
            ("DL-06", "block", "deviceLock.lockAfterMinutes"),
            (finding.GetProperty("code").GetString(), finding.GetProperty("severity").GetString(), finding.GetProperty("field").GetString())
        );
        Assert.False(files[0].GetProperty("policies")[0].GetProperty("canPublish").GetBoolean());
        Assert.Equal(1, files[1].GetProperty("faults").GetArrayLength());
        Assert.Equal(2, exit);
    }

    [Fact]
    public void Validate_PrintsImportReportOfIntuneFile()
    {
        var intune = Write(
            "intune.json",
            """{ "displayName": "Sales", "enforcementLevel": "noProtection", "enterpriseDomain": "a.example", "isAssigned": true }"""
        );
        var (exit, output, _) = Run("validate", "--ledger", intune);

        Assert.Equal(0, exit);
        Assert.Contains("1 properties are not supported", output, StringComparison.Ordinal);
        Assert.Contains("  dropped  $.isAssigned: ", output, StringComparison.Ordinal);
        Assert.Contains("  imported $.enterpriseDomain -> informationProtection.enterpriseIds[0]", output, StringComparison.Ordinal);
    }

    [Fact]
    public void Validate_ComparesWithPublishedVersion()
    {
        var protecting = SamplePolicies.Golden;
        var changed = protecting with
        {
            InformationProtection = protecting.InformationProtection with { EnterpriseIds = ["other.example"] },
        };

        Assert.DoesNotContain("W-ID-06", Run("validate", Save("new", changed)).Output, StringComparison.Ordinal);
        var (exit, output, _) = Run("validate", Save("new", changed), "--published", Save("old", protecting));
        Assert.Equal(1, exit);
        Assert.Contains("W-ID-06", output, StringComparison.Ordinal);
    }

    [Fact]
    public void Diff_PrintsBehaviorOfRemovedSettings()
    {
        var (exit, output, _) = Run(
            "diff",
            Save("a", SamplePolicies.Golden),
            Save(
                "b",
                SamplePolicies.Golden with
                {
                    InformationProtection = SamplePolicies.Golden.InformationProtection with { Mode = null },
                }
            )
        );

        Assert.Equal(1, exit);
        Assert.Contains("Removed settings\n  WIP mode: needs a value (documented). Microsoft’s", output, StringComparison.Ordinal);
        Assert.Contains("    instead: informationProtection.mode = off\n", output, StringComparison.Ordinal);
        using var json = JsonDocument.Parse(Run("diff", "--json", Path.Combine(folder, "a.json"), Path.Combine(folder, "b.json")).Output);
        Assert.Equal("needsValue", json.RootElement.GetProperty("removals")[0].GetProperty("behavior").GetString());
    }

    [Fact]
    public void Diff_PrintsChanges()
    {
        Assert.Equal((0, "There are no differences.\n", ""), Run("diff", Save("a", Fine), Save("b", Fine)));

        var other = Fine with
        {
            DeviceLock = Fine.DeviceLock with { LockAfterMinutes = "6" },
            Assignment = new() { People = ["ana@contoso.com"], To = MamConsole.PolicyEngine.Assignment.AssignmentKind.People },
        };
        var (exit, output, _) = Run("diff", Save("a", Fine), Save("b", other));
        Assert.Equal(1, exit);
        Assert.Contains("Device lock\n  Maximum inactivity time until lock: 5 minutes -> 6 minutes\n", output, StringComparison.Ordinal);
        Assert.Contains("    + ana@contoso.com\n", output, StringComparison.Ordinal);
        using var json = JsonDocument.Parse(Run("diff", "--json", Save("a", Fine), Save("b", other)).Output);
        Assert.Equal(3, json.RootElement.GetProperty("changes").GetArrayLength());
    }

    [Theory]
    [InlineData("MinDevicePasswordLength                  : 4", 0, "mail syncs")]
    [InlineData("MinPasswordLength : 12\nPasswordEnabled : True", 1, "Mail does not sync")]
    [InlineData("""{ "DevicePasswordEnabled": 1, "MinDevicePasswordLength": 12 }""", 1, "Mail does not sync")]
    [InlineData("""{ "DevicePasswordEnabled": 1, "MinDevicePasswordLength": 8 }""", 0, "mail syncs")]
    public void Eas_PrintsWhetherMailSyncs(string exchange, int exit, string text)
    {
        var found = Run("eas", Save("a", Fine), "--exchange", Write("exchange.txt", exchange));

        Assert.True(exit == found.Exit, $"{found}");
        Assert.Contains(text, found.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Eas_PrintsJsonInShapeOfApi()
    {
        var exchange = Write("exchange.json", """{ "DevicePasswordEnabled": 1, "MinDevicePasswordLength": 12 }""");
        using var json = JsonDocument.Parse(Run("eas", "--json", Save("a", Fine), "--exchange", exchange).Output);

        Assert.Equal(
            ["compliant", "failing", "resultant", "adminNeeded", "mailSyncs", "advice"],
            json.RootElement.EnumerateObject().Select(member => member.Name)
        );
        Assert.Equal(12, json.RootElement.GetProperty("resultant").GetProperty("minLength").GetInt32());
        Assert.Equal(0, Run("eas", "--admin", Save("a", Fine), "--exchange", exchange).Exit);
        Assert.Equal(0, Run("eas", "--order", "mamAfterEas", Save("a", Fine), "--exchange", exchange).Exit);
    }

    [Theory]
    [InlineData("""{ "DevicePasswordEnabled": 5 }""")]
    [InlineData("""{ "Colour": 1 }""")]
    [InlineData("{")]
    [InlineData("nothing of the kind")]
    public void Eas_RejectsUnreadableExchangePolicy(string exchange)
    {
        var found = Run("eas", Save("a", Fine), "--exchange", Write("exchange.txt", exchange));

        Assert.Equal((2, ""), (found.Exit, found.Output));
        Assert.Contains("exchange.txt", found.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", true, "yes", 0, "H12")]
    [InlineData("", false, "yes", 1, "H10")]
    [InlineData("", true, "unknown", 1, "H14")]
    [InlineData("", true, "no", 1, "H06")]
    [InlineData("--edition home", true, "yes", 1, "H03")]
    [InlineData("--os-build 14393", true, "yes", 1, "H02")]
    public void Handoff_PrintsEffectOnWorkFiles(string options, bool isRetained, string wipInMdm, int exit, string row)
    {
        var policy = SamplePolicies.Golden with
        {
            InformationProtection = SamplePolicies.Golden.InformationProtection with { RevokeOnMdmHandoff = !isRetained },
            Handoff = new() { DiscoveryUrl = "https://mdm.example/EnrollmentServer/Discovery.svc" },
        };
        string[] arguments =
        [
            "handoff",
            Save("a", policy),
            "--wip-in-mdm",
            wipInMdm,
            "--mdm-enterprise-id",
            "Northwind.example",
            .. options.Split(' ', StringSplitOptions.RemoveEmptyEntries),
        ];

        var found = Run(arguments);
        Assert.Equal(exit, found.Exit);
        Assert.StartsWith($"{row}: ", found.Output, StringComparison.Ordinal);
        using var json = JsonDocument.Parse(Run([.. arguments, "--json"]).Output);
        Assert.Equal((row, 5), (json.RootElement.GetProperty("row").GetString(), json.RootElement.EnumerateObject().Count()));
    }

    [Theory]
    [InlineData("")]
    [InlineData("validate")]
    [InlineData("validate --colour a.json")]
    [InlineData("diff a.json")]
    [InlineData("guess a.json")]
    [InlineData("handoff a.json --edition mobile")]
    public void Run_ExitsWith2OnInvalidCommandLine(string line)
    {
        var found = Run(line.Split(' ', StringSplitOptions.RemoveEmptyEntries));

        Assert.Equal(2, found.Exit);
        Assert.Contains("mamctl --help", found.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Run_ExitsWith2OnUnreadableFile()
    {
        var broken = Write(
            "broken.json",
            """{ "mamConsolePolicy": 1, "name": "x", "document": { "deviceLock": { "colour": "blue", "history": 5 } } }"""
        );
        var found = Run("validate", broken);

        Assert.Equal((2, ""), (found.Exit, found.Output));
        Assert.Contains("$.document.deviceLock.colour", found.Error, StringComparison.Ordinal);
        Assert.Contains("$.document.deviceLock.history", found.Error, StringComparison.Ordinal);
        Assert.Equal(2, Run("diff", broken, Save("a", Fine)).Exit);
        Assert.Equal(2, Run("validate", Missing).Exit);
        Assert.Equal(2, Run("validate", folder).Exit);
    }

    [Fact]
    public void Validate_StripsTerminalEscapesFromFileText()
    {
        var (_, output, _) = Run("validate", Write("a.json", """{ "mamConsolePolicy": 1, "name": "\u001b[2Jgone", "document": {} }"""));

        Assert.DoesNotContain('\u001b', output);
    }

    [Fact]
    public async Task Program_ReportsFindingsLikeRun()
    {
        var (code, output) = await StartAsync("validate", Save("b", Wrong));

        Assert.Equal(1, code);
        Assert.Contains("DL-06", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Version_PrintsTheVersionOfTheBuild()
    {
        var (code, output) = await StartAsync("--version");

        var built = typeof(MamCtl).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion;
        Assert.Equal((0, built), (code, output.Trim()));
        Assert.NotEqual("1.0.0", built.Split('+')[0]);
    }

    private static async Task<(int Code, string Output)> StartAsync(params string[] arguments)
    {
        var start = new ProcessStartInfo(Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet")
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var argument in arguments.Prepend(Path.Combine(AppContext.BaseDirectory, "mamctl.dll")))
        {
            start.ArgumentList.Add(argument);
        }

        using var process = Process.Start(start)!;
        var output = await process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        return (process.ExitCode, output);
    }

    private string Missing => Path.Combine(folder, "missing.json");

    private string Save(string name, WrittenPolicy policy)
    {
        var path = Path.Combine(folder, $"{name}.json");
        File.WriteAllBytes(path, PolicyFileWriter.Write(new NamedPolicy("Sales", policy)));
        return path;
    }

    private string Write(string name, string text)
    {
        var path = Path.Combine(folder, name);
        File.WriteAllText(path, text);
        return path;
    }

    private static (int Exit, string Output, string Error) Run(params string[] arguments)
    {
        using var output = new StringWriter { NewLine = "\n" };
        using var error = new StringWriter { NewLine = "\n" };
        var exit = MamCtl.Run(arguments, new Terminal(output, error), new FakeTimeProvider(SamplePolicies.Now));
        return (exit, output.ToString(), error.ToString());
    }
}
