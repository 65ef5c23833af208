using System.Text;
using MamConsole.Protocol;
using MamConsole.Protocol.EnrollmentMessages;

namespace MamConsole.Tests.Protocol.EnrollmentMessages;

/// <summary>
/// The RequestSecurityToken of a MAM device (docs/reference/protocol.md §1.3) and invalid requests (docs/reference/abuse-cases.md §3.2).
/// </summary>
public sealed class EnrollmentRequestTests
{
    private const string Jwt = "eyJhbGciOiJSUzI1NiJ9.e30.c2lnLV8";
    private const string DeviceId = "5A3D9B1C7E2F4D60A1B2C3D4E5F60718";

    private static readonly string Token =
        "<wsse:BinarySecurityToken ValueType=\"urn:ietf:params:oauth:token-type:jwt\" "
        + "EncodingType=\"http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-wssecurity-secext-1.0.xsd#base64binary\">"
        + Convert.ToBase64String(Encoding.UTF8.GetBytes(Jwt))
        + "</wsse:BinarySecurityToken>";

    private static readonly string Good = """
        <s:Envelope xmlns:s="http://www.w3.org/2003/05/soap-envelope" xmlns:a="http://www.w3.org/2005/08/addressing"
          xmlns:wsse="http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-wssecurity-secext-1.0.xsd"
          xmlns:wst="http://docs.oasis-open.org/ws-sx/ws-trust/200512" xmlns:ac="http://schemas.xmlsoap.org/ws/2006/12/authorization">
          <s:Header>
            <a:Action s:mustUnderstand="1">http://schemas.microsoft.com/windows/pki/2009/01/enrollment/RST/wstep</a:Action>
            <a:MessageID>urn:uuid:11111111-2222-3333-4444-555555555555</a:MessageID>
            <a:ReplyTo><a:Address>http://www.w3.org/2005/08/addressing/anonymous</a:Address></a:ReplyTo>
            <a:To s:mustUnderstand="1">https://mam.contoso.example/mam/enroll</a:To>
            <wsse:Security s:mustUnderstand="1">TOKEN</wsse:Security>
          </s:Header>
          <s:Body>
            <wst:RequestSecurityToken>
              <wst:TokenType>http://schemas.microsoft.com/5.0.0.0/ConfigurationManager/Enrollment/DeviceEnrollmentToken</wst:TokenType>
              <wst:RequestType>http://docs.oasis-open.org/ws-sx/ws-trust/200512/Issue</wst:RequestType>
              <ac:AdditionalContext xmlns="http://schemas.xmlsoap.org/ws/2006/12/authorization">
                <ac:ContextItem Name="MAC"><ac:Value>00-15-5D-01-02-03</ac:Value></ac:ContextItem>
                <ac:ContextItem Name="MAC"><ac:Value>00-15-5D-01-02-04</ac:Value></ac:ContextItem>
                <ac:ContextItem Name = "EnrollmentData"><ac:Value>tou-v3.KJ2mQx</ac:Value></ac:ContextItem>
                <ac:ContextItem Name="DeviceID"><ac:Value>5A3D9B1C7E2F4D60A1B2C3D4E5F60718</ac:Value></ac:ContextItem>
                <ac:ContextItem Name="EnrollmentType"><ac:Value>AppManagement</ac:Value></ac:ContextItem>
                <ac:ContextItem Name="OSVersion"><ac:Value>10.0.22631.3880</ac:Value></ac:ContextItem>
                <ContextItem Name="DeviceName"><Value>LAPTOP-7Q2F</Value></ContextItem>
              </ac:AdditionalContext>
            </wst:RequestSecurityToken>
          </s:Body>
        </s:Envelope>
        """.Replace("TOKEN", Token, StringComparison.Ordinal);

    /// <summary>A request of the MDM flow in the form of Windows.</summary>
    private const string OfMdm = """
         <s:Envelope xmlns:s="http://www.w3.org/2003/05/soap-envelope" xmlns:a="http://www.w3.org/2005/08/addressing" xmlns:u="http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-wssecurity-utility-1.0.xsd"
             xmlns:wsse="http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-wssecurity-secext-1.0.xsd" xmlns:wst="http://docs.oasis-open.org/ws-sx/ws-trust/200512" xmlns:ac="http://schemas.xmlsoap.org/ws/2006/12/authorization">
           <s:Header>
             <a:Action s:mustUnderstand="1">http://schemas.microsoft.com/windows/pki/2009/01/enrollment/RST/wstep</a:Action>
             <a:MessageID>urn:uuid:77de9a2a-6f6e-4a3e-8c52-0e4a3e9a5577</a:MessageID>
             <a:ReplyTo>
               <a:Address>http://www.w3.org/2005/08/addressing/anonymous</a:Address>
             </a:ReplyTo>
             <a:To s:mustUnderstand="1">https://sync.northwind.example/enroll</a:To>
             <wsse:Security s:mustUnderstand="1">
               <wsse:UsernameToken u:Id="uuid-9a5577de-9a2a-7f3d-0e4a-3e8c52770e4a-2">
                 <wsse:Username>ada</wsse:Username>
                 <wsse:Password wsse:Type="http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-username-token-profile-1.0#PasswordText">not a real one</wsse:Password>
               </wsse:UsernameToken>
             </wsse:Security>
           </s:Header>
           <s:Body>
             <wst:RequestSecurityToken>
               <wst:TokenType>http://schemas.microsoft.com/5.0.0.0/ConfigurationManager/Enrollment/DeviceEnrollmentToken</wst:TokenType>
               <wst:RequestType>http://docs.oasis-open.org/ws-sx/ws-trust/200512/Issue</wst:RequestType>
               <wsse:BinarySecurityToken ValueType="http://schemas.microsoft.com/windows/pki/2009/01/enrollment#PKCS10" EncodingType="http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-wssecurity-secext-1.0.xsd#base64binary">Y29tcG9zZWQgcmVxdWVzdA==</wsse:BinarySecurityToken>
               <ac:AdditionalContext xmlns="http://schemas.xmlsoap.org/ws/2006/12/authorization">
                 <ac:ContextItem Name="UXInitiated">
                   <ac:Value>true</ac:Value>
                 </ac:ContextItem>
                 <ac:ContextItem Name="HWDevID">
                   <ac:Value>00112233445566778899AABBCCDDEEFF00112233445566778899AABBCCDDEEFF</ac:Value>
                 </ac:ContextItem>
                 <ac:ContextItem Name="OSEdition">
                   <ac:Value>48</ac:Value>
                 </ac:ContextItem>
                 <ac:ContextItem Name="DeviceName">
                   <ac:Value>SHELF-PC</ac:Value>
                 </ac:ContextItem>
                 <ac:ContextItem Name="MAC">
                   <ac:Value>02-4E-57-00-00-01</ac:Value>
                 </ac:ContextItem>
                 <ac:ContextItem Name="MAC">
                   <ac:Value>02-4E-57-00-00-02</ac:Value>
                 </ac:ContextItem>
                 <ac:ContextItem Name="MAC">
                   <ac:Value>02-4E-57-00-00-02</ac:Value>
                 </ac:ContextItem>
                 <ac:ContextItem Name="DeviceID">
                   <ac:Value>A0B1C2D3E4F5061728394A5B6C7D8E9F</ac:Value>
                 </ac:ContextItem>
                 <ac:ContextItem Name="EnrollmentType">
                   <ac:Value>Full</ac:Value>
                 </ac:ContextItem>
                 <ac:ContextItem Name="OSVersion">
                   <ac:Value>10.0.22631.3155</ac:Value>
                 </ac:ContextItem>
               </ac:AdditionalContext>
             </wst:RequestSecurityToken>
           </s:Body>
         </s:Envelope>
        """;

    [Fact]
    public void Read_ReturnsRequestOfMamDevice()
    {
        var request = Read(Good);
        Assert.Equal(
            ("urn:uuid:11111111-2222-3333-4444-555555555555", Jwt, DeviceId),
            (request.MessageId, request.Token, request.DeviceId)
        );
        Assert.Equal(
            ("AppManagement", "10.0.22631.3880", "LAPTOP-7Q2F", "tou-v3.KJ2mQx", null),
            (request.EnrollmentType, request.OsVersion, request.DeviceName, request.EnrollmentData, request.HwDevId)
        );
        Assert.Equal(
            ["00-15-5D-01-02-03", "00-15-5D-01-02-04"],
            request.Context.Where(item => item.Name == "MAC").Select(item => item.Value)
        );
        Assert.DoesNotContain(Jwt, request.ToString(), StringComparison.Ordinal);
    }

    public static TheoryData<string, string, string> Controls =>
        new()
        {
            { "SO-03 wrapped base64", Token, Token.Replace("ZXlK", "\r\n  ZXlK\r\n  ", StringComparison.Ordinal) },
            {
                "SO-04 prefixed attributes",
                Token,
                Token
                    .Replace(" ValueType", " wsse:ValueType", StringComparison.Ordinal)
                    .Replace(" EncodingType", " wsse:EncodingType", StringComparison.Ordinal)
            },
            {
                "the standard's encoding",
                "http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-wssecurity-secext-1.0.xsd#base64binary",
                "http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-soap-message-security-1.0#Base64Binary"
            },
            {
                "no encoding",
                "EncodingType=\"http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-wssecurity-secext-1.0.xsd#base64binary\"",
                ""
            },
            { "another header", "</s:Header>", "<x:Y xmlns:x=\"urn:x\" s:mustUnderstand=\"0\"/></s:Header>" },
            {
                "a certificate request",
                "<ac:AdditionalContext",
                "<wsse:BinarySecurityToken "
                    + "ValueType=\"http://schemas.microsoft.com/windows/pki/2009/01/enrollment#PKCS10\">garbage</wsse:BinarySecurityToken><ac:AdditionalContext"
            },
            {
                "a long unknown item",
                "<ac:ContextItem Name=\"MAC\">",
                $"<ac:ContextItem Name=\"AIKCert\"><ac:Value>{new string('A', 9000)}</ac:Value></ac:ContextItem><ac:ContextItem "
                    + "Name=\"MAC\">"
            },
            {
                "an item without a value",
                "<ac:ContextItem Name=\"MAC\">",
                "<ac:ContextItem Name=\"MobileEquipmentId\"/><ac:ContextItem Name=\"MAC\">"
            },
            { "no ReplyTo", "<a:ReplyTo><a:Address>http://www.w3.org/2005/08/addressing/anonymous</a:Address></a:ReplyTo>", "" },
        };

    [Theory]
    [MemberData(nameof(Controls))]
    public void Read_AcceptsKnownVariants(string reason, string old, string replacement)
    {
        var request = Read(With(old, replacement));
        Assert.True((request.Token, request.DeviceId) == (Jwt, DeviceId), reason);
    }

    public static TheoryData<string, string, string, string> Rejections =>
        new()
        {
            { "SO-02 no Security header", $"<wsse:Security s:mustUnderstand=\"1\">{Token}</wsse:Security>", "", "InvalidSecurity" },
            { "SO-02 no token", Token, "", "InvalidSecurity" },
            {
                "SO-02 no header at all",
                Good[Good.IndexOf("<s:Header>", StringComparison.Ordinal)..Good.IndexOf("<s:Body>", StringComparison.Ordinal)],
                "",
                "InvalidSecurity"
            },
            { "SO-03 empty", Token, Content(""), "InvalidSecurity" },
            { "SO-03 not base64", Token, Content(Jwt), "InvalidSecurity" },
            { "SO-03 not a JWT", Token, Content(Convert.ToBase64String("a b"u8)), "InvalidSecurity" },
            {
                "SO-03 300 KB",
                Token,
                Content(Convert.ToBase64String(Encoding.ASCII.GetBytes(new string('a', 300_000)))),
                "InvalidSecurity"
            },
            {
                "SO-04 value type",
                "urn:ietf:params:oauth:token-type:jwt",
                "http://schemas.microsoft.com/5.0.0.0/ConfigurationManager/Enrollment/DeviceEnrollmentUserToken",
                "InvalidSecurity"
            },
            { "SO-04 encoding type", "#base64binary", "#hexbinary", "InvalidSecurity" },
            {
                "SO-05 user name and password",
                Token,
                "<wsse:UsernameToken><wsse:Username>u</wsse:Username><wsse:Password>p</wsse:Password></wsse:UsernameToken>",
                "Authentication"
            },
            { "SO-06 two tokens", Token, Token + Token, "InvalidSecurity" },
            {
                "SO-06 two Security headers",
                "<wsse:Security s:mustUnderstand=\"1\">",
                "<wsse:Security/><wsse:Security s:mustUnderstand=\"1\">",
                "InvalidSecurity"
            },
            { "SO-07 in the body", "<ac:AdditionalContext", Token + "<ac:AdditionalContext", "InvalidSecurity" },
            {
                "SO-07 inside another header",
                $"<wsse:Security s:mustUnderstand=\"1\">{Token}</wsse:Security>",
                $"<x:Y xmlns:x=\"urn:x\"><wsse:Security>{Token}</wsse:Security></x:Y>",
                "InvalidSecurity"
            },
            { "SO-07 deeper in the header", Token, $"<wsse:Embedded>{Token}</wsse:Embedded>", "InvalidSecurity" },
            { "SO-08 two requests", "</s:Body>", "<wst:RequestSecurityToken/></s:Body>", "MessageFormat" },
            { "SO-08 two bodies", "</s:Body>", "</s:Body><s:Body/>", "MessageFormat" },
            { "SO-08 header after body", "</s:Body>", "</s:Body><s:Header/>", "MessageFormat" },
            { "SO-08 two headers", "</s:Header>", "</s:Header><s:Header/>", "MessageFormat" },
            { "another body", "wst:RequestSecurityToken", "wst:RequestSecurityTokenResponse", "MessageFormat" },
            { "SO-09 SOAP 1.1", "http://www.w3.org/2003/05/soap-envelope", "http://schemas.xmlsoap.org/soap/envelope/", "VersionMismatch" },
            { "another root", "s:Envelope", "s:Envelop", "MessageFormat" },
            { "SO-10 another action", "RST/wstep", "IDiscoveryService/Discover", "MessageFormat" },
            { "must be Issue", "200512/Issue", "200512/Renew", "MessageFormat" },
            {
                "SO-11 a header to be understood",
                "</s:Header>",
                "<x:Y xmlns:x=\"urn:x\" s:mustUnderstand=\"1\"/></s:Header>",
                "MustUnderstand"
            },
            { "two message ids", "<a:MessageID>", "<a:MessageID>x</a:MessageID><a:MessageID>", "MessageFormat" },
            { "SO-14 DTD", "<s:Envelope", "<!DOCTYPE s:Envelope [<!ENTITY e SYSTEM \"file:///etc/passwd\">]><s:Envelope", "MessageFormat" },
            {
                "SO-14 depth",
                "<ac:AdditionalContext",
                string.Concat(Enumerable.Repeat("<a>", 20_000)) + "<ac:AdditionalContext",
                "MessageFormat"
            },
            { "SO-16 no DeviceID", "Name=\"DeviceID\"", "Name=\"DeviceId\"", "InvalidEnrollmentData" },
            { "SO-16 two DeviceID", "Name=\"DeviceName\"", "Name=\"DeviceID\"", "InvalidEnrollmentData" },
            { "SO-16 SQL", $"<ac:Value>{DeviceId}", "<ac:Value>'; DROP TABLE x;--", "InvalidEnrollmentData" },
            { "SO-16 full-width digits", $"<ac:Value>{DeviceId}", "<ac:Value>５A3D", "InvalidEnrollmentData" },
            { "SO-16 4 KB", $"<ac:Value>{DeviceId}", $"<ac:Value>{new string('A', 4097)}", "InvalidEnrollmentData" },
            {
                "SO-16 5,000 items",
                "<ac:ContextItem Name=\"MAC\">",
                string.Concat(Enumerable.Repeat("<ac:ContextItem Name=\"X\"><ac:Value>1</ac:Value></ac:ContextItem>", 5000))
                    + "<ac:ContextItem Name=\"MAC\">",
                "InvalidEnrollmentData"
            },
            { "TU-11 a blob of 100 KB", "tou-v3.KJ2mQx", new string('A', 100_000), "Authorization" },
            { "not UTF-8", "LAPTOP-7Q2F", "LAPTOP\0", "MessageFormat" },
            { "behind the envelope", "</s:Envelope>", "</s:Envelope><x/>", "MessageFormat" },
        };

    [Theory]
    [MemberData(nameof(Rejections))]
    public void Read_RejectsInvalidRequestWithFault(string reason, string old, string replacement, string fault)
    {
        var error = Assert.Throws<EnrollmentFormatException>(() => Read(With(old, replacement)));
        Assert.Equal((reason, fault), (reason, error.Fault.ToString()));
        Assert.InRange(error.Message.Length, 1, 120);
    }

    [Fact]
    public void Read_ReportsMessageIdOfRejectedRequest()
    {
        var error = Assert.Throws<EnrollmentFormatException>(() => Read(With(Token, "")));
        Assert.Equal("urn:uuid:11111111-2222-3333-4444-555555555555", error.MessageId);
    }

    [Fact]
    public void Read_OmitsLongMessageId()
    {
        Assert.Equal("", Read(With("urn:uuid:11111111-2222-3333-4444-555555555555", new string('x', 257))).MessageId);
        Assert.Equal("", Read(With("urn:uuid:11111111-2222-3333-4444-555555555555", new string('x', 10_240))).MessageId);
    }

    [Fact]
    public void Write_RoundTrips()
    {
        var request = new EnrollmentRequest
        {
            MessageId = "urn:uuid:a",
            Token = Jwt,
            Context = [new("DeviceID", DeviceId), new("DeviceName", "R&D \"<1>\"\tü"), new("MAC", "1"), new("MAC", "2"), new("Empty", "")],
        };
        Assert.Equal(
            Dump.Of(request),
            Dump.Of(EnrollmentRequestReader.Read(EnrollmentRequestWriter.Write(request, "https://mam.contoso.example/mam/enroll?a=1&b=2")))
        );
    }

    [Fact]
    public void Read_RejectsMdmRequestOnlyForItsPassword()
    {
        // A composed request of the MDM flow: a user name, a certificate request, indented items, a repeated address.
        Check(OfMdm, "A0B1C2D3E4F5061728394A5B6C7D8E9F", "48", "10.0.22631.3155", addresses: 3);

        // The recorded request, when it is present.
        foreach (var (_, bytes) in RecordedMessagesFolder.Read("captures", "015-soap-rst-request-win10.xml"))
        {
            Check(Encoding.UTF8.GetString(bytes), "B5B954E81FBCB94EB79BD08BE625F4EE", "72", "10.0.19043.2364", addresses: 6);
        }

        static void Check(string text, string device, string edition, string version, int addresses)
        {
            // Both authenticate with a user name; with a token instead, they are accepted.
            Assert.Equal(EnrollmentFault.Authentication, Assert.Throws<EnrollmentFormatException>(() => Read(text.Trim())).Fault);

            var start = text.IndexOf("<wsse:UsernameToken", StringComparison.Ordinal);
            var end = text.IndexOf("</wsse:UsernameToken>", StringComparison.Ordinal) + "</wsse:UsernameToken>".Length;
            var request = Read((text[..start] + Token + text[end..]).Trim());
            Assert.Equal(
                (device, "Full", edition, version),
                (request.DeviceId, request.EnrollmentType, request.OsEdition, request.OsVersion)
            );
            Assert.Equal(addresses, request.Context.Count(item => item.Name == "MAC"));
            Assert.Equal(64, request.HwDevId?.Length);
        }
    }

    private static EnrollmentRequest Read(string text) => EnrollmentRequestReader.Read(Encoding.UTF8.GetBytes(text), WireLimits.Default);

    private static string With(string old, string replacement) =>
        Good.Contains(old, StringComparison.Ordinal)
            ? Good.Replace(old, replacement, StringComparison.Ordinal)
            : throw new InvalidOperationException($"'{old}' is not in the request.");

    private static string Content(string content) =>
        Token[..(Token.IndexOf('>', StringComparison.Ordinal) + 1)] + content + "</wsse:BinarySecurityToken>";
}
