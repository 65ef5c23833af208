namespace MamConsole.Protocol.EnrollmentMessages;

/// <summary>
/// Writes the SOAP fault that rejects an enrollment (docs/reference/protocol.md §1.6). The names are case-sensitive: when Windows does not
/// find them, it shows <c>0x801900C8</c> instead of the reason.
/// </summary>
public static class EnrollmentFaultWriter
{
    /// <summary>Writes the fault.</summary>
    /// <param name="fault">The reason as a code.</param>
    /// <param name="reason">
    /// The reason as text. Windows shows it for <see cref="EnrollmentFault.CustomServerError"/> and logs it otherwise.
    /// </param>
    /// <param name="traceId">The id of the case in the server's log; Windows logs it.</param>
    /// <param name="relatesTo">The MessageID of the request; empty when it is missing or must not be repeated.</param>
    public static byte[] Write(EnrollmentFault fault, string reason, Guid traceId, string relatesTo = "")
    {
        ArgumentNullException.ThrowIfNull(fault);
        var trace = traceId.ToString("D");
        return SoapEnvelope.Write(xml =>
        {
            xml.Raw(
                "<s:Envelope xmlns:s=\"http://www.w3.org/2003/05/soap-envelope\" "u8
                    + "xmlns:a=\"http://www.w3.org/2005/08/addressing\"><s:Header>"u8
            );
            xml.Raw(
                "<a:Action s:mustUnderstand=\"1\">http://schemas.microsoft.com/windows/pki/2009/01/enrollment/RSTRC/wstep</a:Action>"u8
            );
            xml.Raw("<ActivityId CorrelationId=\""u8);
            xml.AttributeText(trace, "ActivityId");
            xml.Element("\" xmlns=\"http://schemas.microsoft.com/2004/09/ServiceModel/Diagnostics\">"u8, trace, "</ActivityId>"u8);
            if (relatesTo.Length > 0)
            {
                xml.Element("<a:RelatesTo>"u8, relatesTo, "</a:RelatesTo>"u8);
            }

            xml.Element("</s:Header><s:Body><s:Fault><s:Code><s:Value>"u8, fault.Code, "</s:Value>"u8);
            if (fault.Subcode.Length > 0)
            {
                xml.Element("<s:Subcode><s:Value>"u8, fault.Subcode, "</s:Value></s:Subcode>"u8);
            }

            xml.Element("</s:Code><s:Reason><s:Text xml:lang=\"en-us\">"u8, reason, "</s:Text></s:Reason><s:Detail>"u8);
            xml.Raw("<DeviceEnrollmentServiceError xmlns=\"http://schemas.microsoft.com/windows/pki/2009/01/enrollment\">"u8);
            if (fault.ErrorType is { } type)
            {
                xml.Element("<ErrorType>"u8, type, "</ErrorType>"u8);
            }

            xml.Element("<Message>"u8, reason, "</Message>"u8);
            xml.Element("<TraceId>"u8, trace, "</TraceId></DeviceEnrollmentServiceError></s:Detail></s:Fault></s:Body></s:Envelope>"u8);
        });
    }
}
