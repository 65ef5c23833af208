using System.Text;

namespace MamConsole.Protocol.EnrollmentMessages;

/// <summary>
/// Writes the request of a MAM device: a token in the header, a context in the body, without a certificate request
/// (docs/reference/protocol.md §1.3).
/// </summary>
public static class EnrollmentRequestWriter
{
    /// <summary>Writes the request.</summary>
    /// <param name="request">The content of the request.</param>
    /// <param name="to">The enrollment address.</param>
    public static byte[] Write(EnrollmentRequest request, string to)
    {
        ArgumentNullException.ThrowIfNull(request);
        return SoapEnvelope.Write(xml =>
        {
            xml.Raw("<s:Envelope xmlns:s=\"http://www.w3.org/2003/05/soap-envelope\" xmlns:a=\"http://www.w3.org/2005/08/addressing\""u8);
            xml.Raw(" xmlns:wsse=\"http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-wssecurity-secext-1.0.xsd\""u8);
            xml.Raw(" xmlns:wst=\"http://docs.oasis-open.org/ws-sx/ws-trust/200512\""u8);
            xml.Raw(" xmlns:ac=\"http://schemas.xmlsoap.org/ws/2006/12/authorization\"><s:Header>"u8);
            xml.Raw("<a:Action s:mustUnderstand=\"1\">http://schemas.microsoft.com/windows/pki/2009/01/enrollment/RST/wstep</a:Action>"u8);
            xml.Element("<a:MessageID>"u8, request.MessageId, "</a:MessageID>"u8);
            xml.Raw("<a:ReplyTo><a:Address>http://www.w3.org/2005/08/addressing/anonymous</a:Address></a:ReplyTo>"u8);
            xml.Element("<a:To s:mustUnderstand=\"1\">"u8, to, "</a:To>"u8);
            xml.Raw("<wsse:Security s:mustUnderstand=\"1\"><wsse:BinarySecurityToken ValueType=\"urn:ietf:params:oauth:token-type:jwt\""u8);
            xml.Raw(" EncodingType=\"http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-wssecurity-secext-1.0.xsd#base64binary\">"u8);
            xml.Base64(Encoding.UTF8.GetBytes(request.Token));
            xml.Raw("</wsse:BinarySecurityToken></wsse:Security></s:Header><s:Body><wst:RequestSecurityToken>"u8);
            xml.Raw(
                "<wst:TokenType>http://schemas.microsoft.com/5.0.0.0/ConfigurationManager/Enrollment/DeviceEnrollmentToken"u8
                    + "</wst:TokenType>"u8
            );
            xml.Raw("<wst:RequestType>http://docs.oasis-open.org/ws-sx/ws-trust/200512/Issue</wst:RequestType>"u8);
            xml.Raw("<ac:AdditionalContext xmlns=\"http://schemas.xmlsoap.org/ws/2006/12/authorization\">"u8);
            foreach (var item in request.Context)
            {
                xml.Raw("<ac:ContextItem Name=\""u8);
                xml.AttributeText(item.Name, "a context item");
                xml.Element("\"><ac:Value>"u8, item.Value, "</ac:Value></ac:ContextItem>"u8);
            }

            xml.Raw("</ac:AdditionalContext></wst:RequestSecurityToken></s:Body></s:Envelope>"u8);
        });
    }
}
