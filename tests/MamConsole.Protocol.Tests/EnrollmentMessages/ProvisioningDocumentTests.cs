using System.Text;
using MamConsole.Protocol.EnrollmentMessages;

namespace MamConsole.Tests.Protocol.EnrollmentMessages;

/// <summary>The provisioning document of MAM (docs/reference/protocol.md §1.5), with one table for both directions.</summary>
public sealed class ProvisioningDocumentTests
{
    private const string Application =
        "<wap-provisioningdoc version=\"1.1\"><characteristic type=\"APPLICATION\"><parm name=\"APPID\" value=\"w7\"/><parm "
        + "name=\"PROVIDER-ID\" value=\"MamConsole\"/><parm name=\"NAME\" value=\"Contoso &quot;R&amp;D&quot;\"/><parm name=\"ADDR\" "
        + "value=\"https://mam.contoso.example/mam/sync/e1\"/>"
        + "<parm name=\"DEFAULTENCODING\" value=\"application/vnd.syncml.dm+xml\"/></characteristic>";

    private static readonly ProvisioningDocument Minimum = new()
    {
        ProviderId = "MamConsole",
        Name = "Contoso \"R&D\"",
        Address = "https://mam.contoso.example/mam/sync/e1",
    };

    private static readonly Dictionary<string, (ProvisioningDocument Document, string Text)> Table = new()
    {
        ["the documented minimum"] = (Minimum, Application + "</wap-provisioningdoc>"),
        ["with a schedule only"] = (
            Minimum with
            {
                Poll = new PollSchedule { NumberOfRemainingScheduledRetries = 0, IntervalForRemainingScheduledRetries = 480 },
            },
            Client(
                "<characteristic type=\"Poll\"><parm name=\"NumberOfRemainingScheduledRetries\" value=\"0\" datatype=\"integer\"/>"
                    + "<parm name=\"IntervalForRemainingScheduledRetries\" value=\"480\" datatype=\"integer\"/></characteristic>"
            )
        ),
        ["with everything"] = (
            Minimum with
            {
                Upn = "user@contoso.example",
                EntDMID = "e1",
                AadResourceId = "https://mam.contoso.example",
                Poll = new PollSchedule
                {
                    NumberOfFirstRetries = 5,
                    IntervalForFirstSetOfRetries = 3,
                    NumberOfSecondRetries = 8,
                    IntervalForSecondSetOfRetries = 15,
                    NumberOfRemainingScheduledRetries = 0,
                    IntervalForRemainingScheduledRetries = 480,
                    PollOnLogin = true,
                },
            },
            Client(
                "<parm name=\"UPN\" value=\"user@contoso.example\" datatype=\"string\"/><parm name=\"EntDMID\" value=\"e1\" "
                    + "datatype=\"string\"/>"
                    + "<parm name=\"AADResourceID\" value=\"https://mam.contoso.example\" datatype=\"string\"/><characteristic "
                    + "type=\"Poll\"><parm name=\"NumberOfFirstRetries\" value=\"5\" datatype=\"integer\"/><parm "
                    + "name=\"IntervalForFirstSetOfRetries\" value=\"3\" datatype=\"integer\"/>"
                    + "<parm name=\"NumberOfSecondRetries\" value=\"8\" datatype=\"integer\"/><parm "
                    + "name=\"IntervalForSecondSetOfRetries\" value=\"15\" datatype=\"integer\"/>"
                    + "<parm name=\"NumberOfRemainingScheduledRetries\" value=\"0\" datatype=\"integer\"/><parm "
                    + "name=\"IntervalForRemainingScheduledRetries\" value=\"480\" datatype=\"integer\"/>"
                    + "<parm name=\"PollOnLogin\" value=\"true\" datatype=\"boolean\"/></characteristic>"
            )
        ),
    };

    public static TheoryData<string> Names => [.. Table.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void Document_RoundTripsAsText(string name)
    {
        var (document, text) = Table[name];
        Assert.Equal(text, Encoding.UTF8.GetString(ProvisioningDocumentWriter.Write(document)));
        Assert.Equal(document, Read(text));
    }

    [Fact]
    public void Read_AcceptsIndentationAndSpacesInProviderId()
    {
        const string Composed = """
            <wap-provisioningdoc version="1.1">
            <characteristic type="APPLICATION">
              <parm name="APPID" value="w7"/>
              <parm name="PROVIDER-ID" value="Northwind DM Server"/>
              <parm name="NAME" value="northwind account"/>
              <parm name="ADDR" value="http://localhost:8088"/>
              <parm name="DEFAULTENCODING" value="application/vnd.syncml.dm+xml" />
            </characteristic>
            <characteristic type="DMClient">
              <characteristic type="Provider">
                <characteristic type="Northwind DM Server">
                  <characteristic type="Poll">
                    <parm name="NumberOfRemainingScheduledRetries" value="0" datatype="integer" />
                    <parm name="IntervalForRemainingScheduledRetries" value="720" datatype="integer" />
                  </characteristic>
                </characteristic>
              </characteristic>
            </characteristic>
            </wap-provisioningdoc>

            """;
        Assert.Equal(Expected("Northwind DM Server", "northwind account", "http://localhost:8088", 720), Read(Composed));

        // Microsoft's example, when the recorded messages are present.
        foreach (var (_, bytes) in RecordedMessagesFolder.Read("captures", "043-mde2-wap-provisioning-mam.xml"))
        {
            Assert.Equal(
                Expected("MAM SyncML Server", "mddprov account", "http://localhost:88", 480),
                ProvisioningDocumentReader.Read(bytes)
            );
        }

        static ProvisioningDocument Expected(string provider, string name, string address, int interval) =>
            new()
            {
                ProviderId = provider,
                Name = name,
                Address = address,
                Poll = new PollSchedule { NumberOfRemainingScheduledRetries = 0, IntervalForRemainingScheduledRetries = interval },
            };
    }

    [Theory]
    [InlineData("")]
    [InlineData("Mam Console")]
    [InlineData("MäM")]
    [InlineData("a/b")]
    [InlineData("..")]
    public void Write_RejectsProviderIdThatNeedsEncoding(string id) =>
        Assert.Throws<ArgumentException>(() => ProvisioningDocumentWriter.Write(Minimum with { ProviderId = id }));

    [Theory]
    [InlineData("name=\"ADDR\"", "name=\"addr\"", "ADDR is missing")]
    [InlineData("\"w7\"", "\"w4\"", "must be w7")]
    [InlineData("+xml\"/>", "+wbxml\"/>", "must be w7")]
    [InlineData("<parm name=\"NAME\"", "<parm name=\"ADDR\" value=\"x\"/><parm name=\"NAME\"", "is duplicate")]
    [InlineData("wap-provisioningdoc", "provisioningdoc", "root element")]
    public void Read_RejectsInvalidDocument(string old, string replacement, string reason)
    {
        var error = Assert.Throws<EnrollmentFormatException>(() =>
            Read(Table["with everything"].Text.Replace(old, replacement, StringComparison.Ordinal))
        );
        Assert.Contains(reason, error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("value=\"480\"", "value=\"eight hours\"")]
    [InlineData("value=\"480\"", "value=\"-1\"")]
    [InlineData("value=\"true\"", "value=\"1\"")]
    public void Read_RejectsScheduleWithInvalidTypes(string old, string replacement) =>
        Assert.Throws<EnrollmentFormatException>(() =>
            Read(Table["with everything"].Text.Replace(old, replacement, StringComparison.Ordinal))
        );

    private static ProvisioningDocument Read(string text) => ProvisioningDocumentReader.Read(Encoding.UTF8.GetBytes(text));

    private static string Client(string inside) =>
        Application
        + "<characteristic type=\"DMClient\"><characteristic type=\"Provider\"><characteristic "
        + $"type=\"MamConsole\">{inside}</characteristic></characteristic></characteristic></wap-provisioningdoc>";
}
