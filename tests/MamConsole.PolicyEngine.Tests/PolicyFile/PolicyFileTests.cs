using System.Text;
using CsCheck;
using MamConsole.PolicyEngine;
using MamConsole.PolicyEngine.Authoring;
using MamConsole.PolicyEngine.Import;
using MamConsole.PolicyEngine.PolicyFile;

namespace MamConsole.Tests.PolicyEngine.PolicyFile;

public sealed class PolicyFileTests
{
    private static readonly Gen<FieldComments?> Notes = Gen.Shuffle(
            new[] { "policy", "deviceLock.history", "appRules.allowed", "polling.rhythm" }
        )
        .Select(
            Gen.Int[0, 4],
            Gen.String[0, 12].Where(IsText),
            (fields, count, text) => (FieldComments?)FieldComments.Of(fields.Take(count).Select(field => new FieldComment(field, text)))
        );

    private static readonly Gen<NamedPolicy> Policies = Gen.Select(
        Gen.String[0, 20].Where(IsText),
        PolicyGen.Policy,
        Notes,
        (name, document, comments) => new NamedPolicy(name, document with { Comments = comments })
    );

    [Fact]
    public void Write_RoundTripsPolicyToSameBytes() =>
        Policies.Sample(
            policy =>
            {
                var bytes = PolicyFileWriter.Write(policy);
                Assert.Empty(PolicyFileReader.Read(bytes, out var read));
                Assert.Equal(policy, read);
                Assert.Equal(bytes, PolicyFileWriter.Write(read!));

                var imported = Assert.Single(PolicyImport.Read(bytes).Policies);
                Assert.Equal(
                    (policy.Name, policy.Document, 0),
                    (imported.Name, imported.Document, imported.Report.Count(ImportReportKind.Dropped))
                );
            },
            iter: Iterations.Of(300)
        );

    [Fact]
    public void Read_AcceptsPoliciesOfDemo()
    {
        var files = CheckoutFiles.Files("src/MamConsole.Demo/Policies", ".json").ToArray();
        Assert.NotEmpty(files);
        Assert.All(files, file => Assert.Empty(PolicyFileReader.Read(File.ReadAllBytes(Path.Combine(CheckoutFiles.Root, file)), out _)));
    }

    [Fact]
    public void Write_WritesExpectedJson()
    {
        var policy = new NamedPolicy(
            "Büro & <Werk>",
            new WrittenPolicy
            {
                Comments = FieldComments.Of(
                    new FieldComment("deviceLock.lockAfterMinutes", "Audit of 2025"),
                    new FieldComment("policy", "For everyone")
                ),
                DeviceLock = new() { LockRequired = false, LockAfterMinutes = "5" },
                AppRules = new() { Allowed = [SamplePolicies.EdgeLegacy] },
            }
        );

        Assert.Equal(
            """
            {
              "mamConsolePolicy": 1,
              "name": "Büro & <Werk>",
              "document": {
                "schema": 1,
                "why": {
                  "deviceLock.lockAfterMinutes": "Audit of 2025",
                  "policy": "For everyone"
                },
                "appRules": {
                  "allowed": [
                    {
                      "kind": "storeApp",
                      "packageName": "Microsoft.MicrosoftEdge",
                      "publisher": "CN=Microsoft Corporation, O=Microsoft Corporation, L=Redmond, S=Washington, C=US"
                    }
                  ]
                },
                "deviceLock": {
                  "lockRequired": false,
                  "lockAfterMinutes": "5"
                }
              }
            }

            """.ReplaceLineEndings("\n"),
            Encoding.UTF8.GetString(PolicyFileWriter.Write(policy))
        );
    }

    [Fact]
    public void Read_NamesPathOfEveryFault()
    {
        const string File = """
            { "mamConsolePolicy": 1, "name": 7, "by": "me", "document": {
                "why": { "deviceLock.colour": "x", "deviceLock.history": 1 },
                "assignment": { "to": "somebody", "people": ["a@b.c", null] },
                "informationProtection": null,
                "appRules": { "allowed": [ { "kind": "phoneApp" }, { "kind": "desktopApp", "binary": "A.EXE", "packageName": "b", "deny": "no" } ], "exempt": {} },
                "networkBoundary": { "cloudResources": [ { "host": "a", "Proxy": "b" } ], "ipRanges": "10.0.0.0/8" },
                "deviceLock": { "history": 5, "lockRequired": 1, "history": "5" },
                "polling": [] } }
            """;

        var faults = PolicyFileReader.Read(Encoding.UTF8.GetBytes(File), out var policy);

        Assert.Null(policy);
        Assert.Equal(
            [
                "$.name",
                "$.by",
                "$.document.why.deviceLock.colour",
                "$.document.why.deviceLock.history",
                "$.document.assignment.to",
                "$.document.assignment.people[1]",
                "$.document.informationProtection",
                "$.document.appRules.allowed[0].kind",
                "$.document.appRules.allowed[1].packageName",
                "$.document.appRules.allowed[1].deny",
                "$.document.appRules.exempt",
                "$.document.networkBoundary.cloudResources[0].Proxy",
                "$.document.networkBoundary.ipRanges",
                "$.document.deviceLock.history",
                "$.document.deviceLock.lockRequired",
                "$.document.deviceLock.history",
                "$.document.polling",
            ],
            faults.Select(fault => fault.Path)
        );
        Assert.All(faults, fault => Assert.EndsWith(".", fault.Message, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("{}", "$")]
    [InlineData("[]", "$")]
    [InlineData("null", "$")]
    [InlineData("{ \"mamConsolePolicy\": 1 } x", "$")]
    [InlineData("{ \"mamConsolePolicy\": 1, /* note */ \"name\": \"x\", \"document\": {} }", "$")]
    [InlineData("{ \"mamConsolePolicy\": 2, \"name\": \"x\", \"document\": {} }", "$.mamConsolePolicy")]
    [InlineData("{ \"mamConsolePolicy\": \"1\", \"name\": \"x\", \"document\": {} }", "$.mamConsolePolicy")]
    [InlineData("{ \"mamConsolePolicy\": 1, \"name\": \"x\" }", "$.document")]
    [InlineData("{ \"mamConsolePolicy\": 1, \"name\": \"x\", \"document\": { \"schema\": 2 } }", "$.document.schema")]
    [InlineData("{ \"mamConsolePolicy\": 1, \"name\": \"x\", \"document\": { \"schema\": 1e9999 } }", "$.document.schema")]
    [InlineData("{ \"mamConsolePolicy\": 1, \"name\": \"\\ud800\", \"document\": {} }", "$")]
    [InlineData("", "$")]
    public void Read_RejectsFileThatIsNoPolicyFile(string file, string path)
    {
        var fault = Assert.Single(PolicyFileReader.Read(Encoding.UTF8.GetBytes(file), out var policy));

        Assert.Equal((path, (NamedPolicy?)null), (fault.Path, policy));
    }

    [Theory]
    [InlineData("utf-8", true)]
    [InlineData("utf-16", true)]
    [InlineData("utf-16BE", true)]
    [InlineData("utf-16", false)]
    [InlineData("utf-8", false)]
    public void Read_AcceptsEncodingsOfWindowsTools(string name, bool mark)
    {
        var encoding = Encoding.GetEncoding(name);
        var text = Encoding.UTF8.GetString(PolicyFileWriter.Write(new NamedPolicy("Büro", new WrittenPolicy())));
        byte[] bytes = [.. mark ? encoding.GetPreamble() : [], .. encoding.GetBytes(text)];

        Assert.Equal("Büro", Assert.Single(PolicyImport.Read(bytes).Policies).Name);
    }

    [Theory]
    [InlineData(new byte[] { (byte)'{', 0xC3, 0x28, (byte)'}' })]
    [InlineData(new byte[] { 0xFF, 0xFE, 0x00, 0xD8 })]
    [InlineData(new byte[] { 0x50, 0x4B, 0x03, 0x04, 0x14, 0x00 })]
    [InlineData(new byte[] { 0xEF, 0xBB, 0xBF })]
    public void Read_RejectsBytesThatAreNoText(byte[] bytes)
    {
        var reading = PolicyImport.Read(bytes);

        Assert.Empty(reading.Policies);
        Assert.Single(reading.Faults);
    }

    [Fact]
    public void Read_RejectsTooLongFile()
    {
        var fault = Assert.Single(PolicyImport.Read(new byte[SourceText.MaximumBytes + 1]).Faults);

        Assert.Contains($"{SourceText.MaximumBytes}", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Comments_AppearBesideSettingsAndInChanges()
    {
        var before = new WrittenPolicy
        {
            DeviceLock = new() { History = "5", LockRequired = true },
        };
        var after = before with
        {
            Comments = FieldComments.Of(new FieldComment("deviceLock.history", "Audit"), new FieldComment("helloPin.history", "Later")),
        };

        Assert.Equal(
            ["deviceLock.lockRequired", "deviceLock.history", "why.deviceLock.history", "why.helloPin.history"],
            PolicyWords.Describe(after).Select(s => s.Field)
        );
        var changes = MamConsole.PolicyEngine.Versions.PolicyDiff.Compare(before, after).Changes;
        Assert.Equal([("Device lock", "Audit"), ("Windows Hello for Business", "Later")], changes.Select(c => (c.Area, c.Becomes!)));
    }

    [Theory]
    [InlineData("deviceLock")]
    [InlineData("deviceLock.people")]
    [InlineData("appRules.allowed[0]")]
    [InlineData("")]
    public void FieldComments_RejectCommentOnUnknownField(string field) =>
        Assert.Throws<ArgumentException>(() => FieldComments.Of(new FieldComment(field, "x")));

    private static bool IsText(string text) => !text.Any(char.IsSurrogate);
}
