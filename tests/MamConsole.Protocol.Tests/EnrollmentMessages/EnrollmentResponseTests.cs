using System.Text;
using MamConsole.Protocol.EnrollmentMessages;

namespace MamConsole.Tests.Protocol.EnrollmentMessages;

public sealed class EnrollmentResponseTests
{
    private static readonly DateTimeOffset Now = new(2025, 1, 15, 11, 0, 0, TimeSpan.FromHours(1));

    private static readonly ProvisioningDocument Document = new()
    {
        ProviderId = "MamConsole",
        Name = "Contoso \"R&D\" <MAM>",
        Address = "https://mam.contoso.example/mam/sync/7d1f0c2a9b",
        Upn = "user@contoso.example",
        EntDMID = "7d1f0c2a9b",
        AadResourceId = "https://mam.contoso.example",
        Poll = new PollSchedule
        {
            IntervalForFirstSetOfRetries = 3,
            NumberOfFirstRetries = 5,
            NumberOfRemainingScheduledRetries = 0,
            IntervalForRemainingScheduledRetries = 480,
            PollOnLogin = true,
        },
    };

    [Fact]
    public void Write_ReturnsExpectedBytes()
    {
        var document = new ProvisioningDocument
        {
            ProviderId = "P",
            Name = "N",
            Address = "https://a.example/s",
        };
        var payload = Convert.ToBase64String(ProvisioningDocumentWriter.Write(document));
        Assert.Equal(
            "<s:Envelope xmlns:s=\"http://www.w3.org/2003/05/soap-envelope\" xmlns:a=\"http://www.w3.org/2005/08/addressing\" "
                + "xmlns:u=\"http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-wssecurity-utility-1.0.xsd\"><s:Header>"
                + "<a:Action s:mustUnderstand=\"1\">http://schemas.microsoft.com/windows/pki/2009/01/enrollment/RSTRC/wstep</a:Action><a:RelatesTo>urn:uuid:&lt;x&gt;</a:RelatesTo>"
                + "<o:Security xmlns:o=\"http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-wssecurity-secext-1.0.xsd\" "
                + "s:mustUnderstand=\"1\">"
                + "<u:Timestamp u:Id=\"_0\"><u:Created>2025-01-15T09:55:00.000Z</u:Created><u:Expires>2025-01-15T10:05:00.000Z</u:Expires></u:Timestamp></o:Security></s:Header>"
                + "<s:Body><RequestSecurityTokenResponseCollection "
                + "xmlns=\"http://docs.oasis-open.org/ws-sx/ws-trust/200512\"><RequestSecurityTokenResponse>"
                + "<TokenType>http://schemas.microsoft.com/5.0.0.0/ConfigurationManager/Enrollment/DeviceEnrollmentToken</TokenType>"
                + "<DispositionMessage xmlns=\"http://schemas.microsoft.com/windows/pki/2009/01/enrollment\"></DispositionMessage><RequestedSecurityToken>"
                + "<BinarySecurityToken xmlns=\"http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-wssecurity-secext-1.0.xsd\" "
                + "ValueType=\"http://schemas.microsoft.com/5.0.0.0/ConfigurationManager/Enrollment/DeviceEnrollmentProvisionDoc\" "
                + $"EncodingType=\"http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-wssecurity-secext-1.0.xsd#base64binary\">{payload}</BinarySecurityToken></RequestedSecurityToken>"
                + "<RequestID xmlns=\"http://schemas.microsoft.com/windows/pki/2009/01/enrollment\">0</RequestID></RequestSecurityTokenResponse></RequestSecurityTokenResponseCollection></s:Body></s:Envelope>",
            Encoding.UTF8.GetString(EnrollmentResponseWriter.Write("urn:uuid:<x>", document, Now))
        );
    }

    [Fact]
    public void Write_RoundTrips()
    {
        var granted = Assert.IsType<EnrollmentAnswer.Granted>(
            EnrollmentResponseReader.Read(EnrollmentResponseWriter.Write("urn:uuid:1", Document, Now))
        );
        Assert.Equal(("urn:uuid:1", Document), (granted.RelatesTo, granted.Document));
    }

    [Fact]
    public void Read_AcceptsWrappedBase64AndDeclaration()
    {
        var text = Encoding.UTF8.GetString(EnrollmentResponseWriter.Write("urn:uuid:1", Document, Now));
        var plain = Convert.ToBase64String(ProvisioningDocumentWriter.Write(Document));
        var wrapped = Convert.ToBase64String(
            [.. "<?xml version=\"1.0\"?>\n"u8, .. ProvisioningDocumentWriter.Write(Document)],
            Base64FormattingOptions.InsertLineBreaks
        );
        var granted = Assert.IsType<EnrollmentAnswer.Granted>(
            EnrollmentResponseReader.Read(Encoding.UTF8.GetBytes(text.Replace(plain, wrapped + "\n ", StringComparison.Ordinal)))
        );
        Assert.Equal(Document, granted.Document);
    }

    [Theory]
    [InlineData("<html/>")]
    [InlineData("")]
    [InlineData("<s:Envelope xmlns:s=\"http://www.w3.org/2003/05/soap-envelope\"><s:Body/></s:Envelope>")]
    [InlineData("<s:Envelope xmlns:s=\"http://schemas.xmlsoap.org/soap/envelope/\"><s:Body><s:Fault/></s:Body></s:Envelope>")]
    [InlineData("<s:envelope xmlns:s=\"http://www.w3.org/2003/05/soap-envelope\"><s:body><s:fault/></s:body></s:envelope>")]
    public void Read_RejectsUnrecognizedResponse(string text) =>
        Assert.Throws<EnrollmentFormatException>(() => EnrollmentResponseReader.Read(Encoding.UTF8.GetBytes(text)));
}
