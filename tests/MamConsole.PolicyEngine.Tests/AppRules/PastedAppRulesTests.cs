using MamConsole.PolicyEngine.AppRules;

namespace MamConsole.Tests.PolicyEngine.AppRules;

public sealed class PastedAppRulesTests
{
    private static readonly AppRule.DesktopApp SampleApp = new()
    {
        Publisher = "O=NORTHWIND, L=OSLO, C=NO",
        Product = "NORTHWIND LEDGER",
        Binary = "LEDGER.EXE",
        LowVersion = "2.1.0.7",
    };

    private static readonly AppRule.StoreApp Photos = new()
    {
        Publisher = KnownApps.PackagedPublisher,
        PackageName = "Microsoft.Windows.Photos",
    };

    public static TheoryData<string, AppRule> Texts =>
        new()
        {
            { @"O=NORTHWIND, L=OSLO, C=NO\NORTHWIND LEDGER\LEDGER.EXE\2.1.0.7", SampleApp },
            { @"O=NORTHWIND, L=OSLO, C=NO\NORTHWIND LEDGER\LEDGER.EXE,2.1.0.7", SampleApp },
            { @"  O=NORTHWIND, L=OSLO, C=NO\NORTHWIND LEDGER\LEDGER.EXE\*  ", SampleApp with { LowVersion = "" } },
            { @"?\NORTHWIND LEDGER\LEDGER.EXE\2.1.0.7", SampleApp with { Publisher = "" } },
            { $@"{KnownApps.PackagedPublisher}\Microsoft.Windows.Photos\APPX,16.511.0.0", Photos with { LowVersion = "16.511.0.0" } },
            {
                """
                    Name              : Microsoft.Windows.Photos
                    Publisher         : CN=Microsoft Corporation, O=Microsoft Corporation,
                                        L=Redmond, S=Washington, C=US
                    Architecture      : X64
                    Version           : 2024.11010.23003.0
                    PackageFullName   : Microsoft.Windows.Photos_2024.11010.23003.0_x64__8wekyb3d8bbwe
                    """,
                Photos
            },
            {
                """
                    Path      : %OSDRIVE%\APPS\LEDGER.EXE
                    Publisher : O=NORTHWIND, L=OSLO, C=NO\NORTHWIND LEDGER\LEDGER.EXE,2.1.0.7
                    Hash      : SHA256 0x0123456789ABCDEF0123456789ABCDEF0123456789ABCDEF0123456789ABCDEF
                    AppX      : False
                    """,
                SampleApp
            },
            {
                """
                    Path      : %OSDRIVE%\APPS\TOOL.EXE
                    Publisher :
                    Hash      : SHA256 0x0123456789ABCDEF0123456789ABCDEF0123456789ABCDEF0123456789ABCDEF
                    AppX      : False
                    """,
                new AppRule.FileWithHash { Hash = string.Concat(Enumerable.Repeat("0123456789ABCDEF", 4)), FileName = "TOOL.EXE" }
            },
        };

    [Theory]
    [MemberData(nameof(Texts))]
    public void Read_ParsesWindowsOutputIntoRow(string text, AppRule expected)
    {
        var pasted = PastedAppRules.Read(text.ReplaceLineEndings("\r\n"));

        Assert.Equal(expected, Assert.Single(pasted.Rows));
        Assert.Empty(pasted.Notes);
    }

    [Fact]
    public void Read_ReturnsDistinctAppsAndReportsUnrecognizedLines()
    {
        var pasted = PastedAppRules.Read(
            string.Join(
                '\n',
                @"O=A\P\ONE.EXE\1.0.0.0",
                @"O=A\P\TWO.EXE\1.0.0.0",
                @"O=A\P\ONE.EXE\1.0.0.0",
                "hello",
                "",
                "Name : Northwind.Ledger",
                "Publisher : CN=Northwind",
                "Name : Northwind.Notes",
                "Publisher : CN=Northwind"
            )
        );

        Assert.Equal(
            ["ONE.EXE", "TWO.EXE", "Northwind.Ledger", "Northwind.Notes"],
            pasted.Rows.Select(row =>
                row.Match(store => store.PackageName, desktop => desktop.Binary, file => file.Path, file => file.FileName)
            )
        );
        Assert.Equal(["No app was found in “hello”."], pasted.Notes);
    }

    [Fact]
    public void Read_TruncatesTooManyRowsAndRejectsTooLongText()
    {
        var many = PastedAppRules.Read(
            string.Join('\n', Enumerable.Range(0, PastedAppRules.MaximumRows + 5).Select(i => $@"O=A\P\{i}.EXE\1.0.0.0"))
        );

        Assert.Equal(PastedAppRules.MaximumRows, many.Rows.Count);
        Assert.Contains("rest was not added", many.Notes[0], StringComparison.Ordinal);
        Assert.Contains(
            "in parts",
            Assert.Single(PastedAppRules.Read(new string('x', PastedAppRules.MaximumLength + 1)).Notes),
            StringComparison.Ordinal
        );
    }
}
