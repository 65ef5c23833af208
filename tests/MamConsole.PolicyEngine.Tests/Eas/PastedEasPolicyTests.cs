using MamConsole.PolicyEngine.Eas;

namespace MamConsole.Tests.PolicyEngine.Eas;

public sealed class PastedEasPolicyTests
{
    /// <summary>
    /// A list as Exchange Online PowerShell prints it, with a prompt before it and a value that continues on the next line.
    /// </summary>
    private const string Printed = """

        PS C:\Users\ana> Get-MobileDeviceMailboxPolicy Default | Format-List

        RunspaceId                               : 0a1b2c3d-0000-4000-8000-000000000001
        AllowNonProvisionableDevices             : True
        AlphanumericPasswordRequired             : True
        AttachmentsEnabled                       : True
        DeviceEncryptionEnabled                  : False
        RequireStorageCardEncryption             : False
        PasswordEnabled                          : True
        PasswordRecoveryEnabled                  : False
        DevicePolicyRefreshInterval              : Unlimited
        AllowSimplePassword                      : False
        MaxAttachmentSize                        : 10 MB (10,485,760 bytes)
        MinPasswordLength                        : 6
        MaxInactivityTimeLock                    : 00:05:00
        MaxPasswordFailedAttempts                : 8
        PasswordExpiration                       : 90.00:00:00
        PasswordHistory                          : 5
        IsDefault                                : True
        RequireDeviceEncryption                  : True
        AllowBluetooth                           : HandsfreeOnly
        MinPasswordComplexCharacters             : 3
        MaxCalendarAgeFilter                     : SixMonths
        MaxEmailAgeFilter                        : All
        MaxEmailBodyTruncationSize               : Unlimited
        AllowSMIMEEncryptionAlgorithmNegotiation : AllowAnyAlgorithmNegotiation
        RequireEncryptionSMIMEAlgorithm          : TripleDES
        UnapprovedInROMApplicationList           : {}
        ApprovedApplicationList                  : {one.exe,
                                                    two.exe}
        FancyNewThing                            : True
        Name                                     : Default
        """;

    [Fact]
    public void Read_ParsesExchangeOutputAndNamesOtherLines()
    {
        var read = PastedEasPolicy.Read(Printed);

        Assert.Equal(("Default", (string?)null, false), (read.Name, read.Rejection, read.HasWrong));
        var expected = new Dictionary<string, long>
        {
            ["DevicePasswordEnabled"] = 1,
            ["AlphanumericDevicePasswordRequired"] = 1,
            ["MinDevicePasswordLength"] = 6,
            ["MinDevicePasswordComplexCharacters"] = 3,
            ["AllowSimpleDevicePassword"] = 0,
            ["MaxInactivityTimeDeviceLock"] = 300,
            ["MaxDevicePasswordFailedAttempts"] = 8,
            ["DevicePasswordExpiration"] = 90,
            ["DevicePasswordHistory"] = 5,
            ["RequireDeviceEncryption"] = 1,
            ["PasswordRecoveryEnabled"] = 0,
            ["AttachmentsEnabled"] = 1,
            ["MaxAttachmentSize"] = 10_485_760,
            ["RequireStorageCardEncryption"] = 0,
            ["AllowBluetooth"] = 1,
            ["MaxCalendarAgeFilter"] = 7,
            ["MaxEmailAgeFilter"] = 0,
            ["RequireEncryptionSMIMEAlgorithm"] = 0,
            ["AllowSMIMEEncryptionAlgorithmNegotiation"] = 2,
        };
        Assert.Equal(
            expected.OrderBy(e => e.Key, StringComparer.Ordinal),
            read.Policy!.Settings.Where(s => s.Number is not null)
                .ToDictionary(s => s.Name, s => s.Number!.Value)
                .OrderBy(e => e.Key, StringComparer.Ordinal)
        );
        Assert.Equal(["one.exe", "two.exe"], read.Policy.Settings.Single(s => s.Name == "ApprovedApplicationList").Items);
        Assert.Equal(
            [
                ("RunspaceId", PastedLineKind.ForExchange),
                ("AllowNonProvisionableDevices", PastedLineKind.ForExchange),
                ("DevicePolicyRefreshInterval", PastedLineKind.ForExchange),
                ("IsDefault", PastedLineKind.ForExchange),
                ("FancyNewThing", PastedLineKind.Unknown),
            ],
            read.Lines.Select(line => (line.Text.Split(' ')[0], line.Kind))
        );
        Assert.Equal("FancyNewThing", Printed.Split('\n')[read.Lines[^1].Number - 1].Split(' ')[0]);
    }

    [Theory]
    [InlineData("PasswordEnabled : True\nMaxInactivityTimeLock : Unlimited", null)]
    [InlineData("PasswordEnabled : True\nMaxInactivityTimeLock : 00:15:00", 900L)]
    [InlineData("DevicePasswordEnabled : True\nMaxInactivityTimeDeviceLock : 01:00:00", 3600L)]
    [InlineData("PasswordEnabled : True\nMaxInactivityTimeLock : 00:00:00.5000000", 1L)]
    public void Read_ParsesInactivityTimeOfBothCommands(string text, long? seconds) =>
        Assert.Equal(seconds, PastedEasPolicy.Read(text).Policy?[EasElement.MaxInactivityTimeDeviceLock]);

    [Fact]
    public void Read_MapsDeviceEncryptionEnabledToStorageCard()
    {
        var policy = PastedEasPolicy.Read("DevicePasswordEnabled : True\nDeviceEncryptionEnabled : True").Policy!;

        Assert.Equal((1L, (long?)null), (policy["RequireStorageCardEncryption"], policy[EasElement.RequireDeviceEncryption]));
    }

    [Theory]
    [InlineData("PasswordEnabled : Yes")]
    [InlineData("PasswordEnabled : ")]
    [InlineData("PasswordEnabled : 1")]
    [InlineData("MaxInactivityTimeLock : 15")]
    [InlineData("MaxInactivityTimeLock : 15 minutes")]
    [InlineData("MaxInactivityTimeLock : -00:15:00")]
    [InlineData("MinPasswordLength : 17")]
    [InlineData("MaxPasswordFailedAttempts : 3")]
    [InlineData("AllowBluetooth : Sometimes")]
    [InlineData("MaxAttachmentSize : large")]
    [InlineData("ApprovedApplicationList : one")]
    [InlineData("PasswordHistory : 3\nDevicePasswordHistory : 4")]
    public void Read_RejectsPolicyWithUnreadableValue(string text)
    {
        var read = PastedEasPolicy.Read("AllowCamera : True\n" + text);

        Assert.Null(read.Policy);
        var line = Assert.Single(read.Lines);
        Assert.Equal((PastedLineKind.Wrong, text.Split('\n')[^1].Trim(), text.Split('\n').Length + 1), (line.Kind, line.Text, line.Number));
    }

    [Fact]
    public void Read_RejectsTwoPoliciesByName()
    {
        var read = PastedEasPolicy.Read("PasswordEnabled : True\nName : Default\n\nPasswordEnabled : False\nName : Directors");

        Assert.Null(read.Policy);
        Assert.Contains("2 policies (Default, Directors)", read.Rejection, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("Dear colleague, please find our policy attached.")]
    [InlineData("Name : Default\nIsDefault : True")]
    [InlineData("<html><body>policy</body></html>")]
    [InlineData("<EASProvisionDoc>")]
    public void Read_RejectsTextThatIsNoExchangePolicy(string text)
    {
        var read = PastedEasPolicy.Read(text);

        Assert.Null(read.Policy);
        Assert.NotNull(read.Rejection);
    }

    [Fact]
    public void Read_NamesEachUnknownLine()
    {
        var read = PastedEasPolicy.Read("Here it is:\nPasswordEnabled : True\nGreetings, Bo");

        Assert.Equal([(1, PastedLineKind.Unknown), (3, PastedLineKind.Unknown)], read.Lines.Select(line => (line.Number, line.Kind)));
        Assert.Equal(1, read.Policy![EasElement.DevicePasswordEnabled]);
    }

    [Fact]
    public void Read_ParsesXmlDocument()
    {
        var read = PastedEasPolicy.Read(
            """
            <?xml version="1.0" encoding="utf-8"?>
            <Provision xmlns="Provision:"><Status>1</Status><Policies><Policy><PolicyType>MS-EAS-Provisioning-WBXML</PolicyType><Status>1</Status><PolicyKey>1</PolicyKey>
              <Data><EASProvisionDoc>
                <DevicePasswordEnabled>1</DevicePasswordEnabled>
                <MinDevicePasswordLength>8</MinDevicePasswordLength>
                <MaxDevicePasswordFailedAttempts/>
                <MaxInactivityTimeDeviceLock>900</MaxInactivityTimeDeviceLock>
                <ApprovedApplicationList><Hash>q8w=</Hash></ApprovedApplicationList>
                <Sparkle>1</Sparkle>
              </EASProvisionDoc></Data>
            </Policy></Policies></Provision>
            """
        );

        Assert.Equal(
            (1L, 8L, 900L, (long?)null),
            (
                read.Policy![EasElement.DevicePasswordEnabled],
                read.Policy[EasElement.MinDevicePasswordLength],
                read.Policy[EasElement.MaxInactivityTimeDeviceLock],
                read.Policy[EasElement.MaxDevicePasswordFailedAttempts]
            )
        );
        Assert.Equal(["q8w="], Assert.Single(read.Policy.NotEvaluated).Items);
        Assert.Equal(
            (6, "Sparkle: 1", PastedLineKind.Unknown),
            Assert.Single(read.Lines) is var line ? (line.Number, line.Text, line.Kind) : default
        );
    }

    [Theory]
    [InlineData("<DevicePasswordEnabled>true</DevicePasswordEnabled>")]
    [InlineData("<MinDevicePasswordLength>99</MinDevicePasswordLength>")]
    [InlineData("<AllowCamera>1</AllowCamera><AllowCamera>0</AllowCamera>")]
    public void Read_RejectsInvalidXmlElement(string element)
    {
        var read = PastedEasPolicy.Read($"<EASProvisionDoc>{element}</EASProvisionDoc>");

        Assert.Null(read.Policy);
        Assert.Equal(PastedLineKind.Wrong, Assert.Single(read.Lines).Kind);
    }

    [Fact]
    public void Read_RejectsTooLongText() =>
        Assert.NotNull(PastedEasPolicy.Read(new string('x', PastedEasPolicy.MaximumLength + 1)).Rejection);
}
