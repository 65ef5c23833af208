namespace MamConsole.Protocol.EnrollmentMessages;

/// <summary>
/// Writes the RequestSecurityTokenResponseCollection that enrolls a device (docs/reference/protocol.md §1.4). It must be sent with
/// Content-Length, because the enrollment client of Windows does not support chunked responses.
/// </summary>
public static class EnrollmentResponseWriter
{
    private static readonly TimeSpan Window = TimeSpan.FromMinutes(5);

    /// <summary>Writes the response.</summary>
    /// <param name="relatesTo">The request's <see cref="EnrollmentRequest.MessageId"/>.</param>
    /// <param name="document">The configuration of the device.</param>
    /// <param name="now">The current time; the response is valid for five minutes around it.</param>
    public static byte[] Write(string relatesTo, ProvisioningDocument document, DateTimeOffset now)
    {
        var payload = ProvisioningDocumentWriter.Write(document);
        return SoapEnvelope.Write(xml =>
        {
            xml.Raw("<s:Envelope xmlns:s=\"http://www.w3.org/2003/05/soap-envelope\" xmlns:a=\"http://www.w3.org/2005/08/addressing\""u8);
            xml.Raw(" xmlns:u=\"http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-wssecurity-utility-1.0.xsd\"><s:Header>"u8);
            xml.Raw(
                "<a:Action s:mustUnderstand=\"1\">http://schemas.microsoft.com/windows/pki/2009/01/enrollment/RSTRC/wstep</a:Action>"u8
            );
            xml.Element("<a:RelatesTo>"u8, relatesTo, "</a:RelatesTo>"u8);
            xml.Raw(
                "<o:Security xmlns:o=\"http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-wssecurity-secext-1.0.xsd\" "u8
                    + "s:mustUnderstand=\"1\">"u8
            );
            xml.Element("<u:Timestamp u:Id=\"_0\"><u:Created>"u8, SoapEnvelope.Instant(now - Window), "</u:Created>"u8);
            xml.Element("<u:Expires>"u8, SoapEnvelope.Instant(now + Window), "</u:Expires></u:Timestamp></o:Security></s:Header>"u8);
            xml.Raw("<s:Body><RequestSecurityTokenResponseCollection xmlns=\"http://docs.oasis-open.org/ws-sx/ws-trust/200512\">"u8);
            xml.Raw("<RequestSecurityTokenResponse>"u8);
            xml.Raw("<TokenType>http://schemas.microsoft.com/5.0.0.0/ConfigurationManager/Enrollment/DeviceEnrollmentToken</TokenType>"u8);
            xml.Raw("<DispositionMessage xmlns=\"http://schemas.microsoft.com/windows/pki/2009/01/enrollment\"></DispositionMessage>"u8);
            xml.Raw("<RequestedSecurityToken>"u8);
            xml.Raw("<BinarySecurityToken xmlns=\"http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-wssecurity-secext-1.0.xsd\""u8);
            xml.Raw(" ValueType=\"http://schemas.microsoft.com/5.0.0.0/ConfigurationManager/Enrollment/DeviceEnrollmentProvisionDoc\""u8);
            xml.Raw(" EncodingType=\"http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-wssecurity-secext-1.0.xsd#base64binary\">"u8);
            xml.Base64(payload);
            xml.Raw("</BinarySecurityToken></RequestedSecurityToken>"u8);
            xml.Raw("<RequestID xmlns=\"http://schemas.microsoft.com/windows/pki/2009/01/enrollment\">0</RequestID>"u8);
            xml.Raw("</RequestSecurityTokenResponse></RequestSecurityTokenResponseCollection></s:Body></s:Envelope>"u8);
        });
    }
}
