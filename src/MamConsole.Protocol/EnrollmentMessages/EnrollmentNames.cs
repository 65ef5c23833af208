namespace MamConsole.Protocol.EnrollmentMessages;

/// <summary>The names of MS-MDE2 for client and server (docs/reference/protocol.md §1.3-1.6). All are case-sensitive.</summary>
public static class EnrollmentNames
{
    /// <summary>The media type of requests and responses.</summary>
    public const string MediaType = "application/soap+xml";

    public const string Soap = "http://www.w3.org/2003/05/soap-envelope";
    public const string Soap11 = "http://schemas.xmlsoap.org/soap/envelope/";
    public const string Addressing = "http://www.w3.org/2005/08/addressing";
    public const string Security = "http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-wssecurity-secext-1.0.xsd";
    public const string Trust = "http://docs.oasis-open.org/ws-sx/ws-trust/200512";
    public const string Authorization = "http://schemas.xmlsoap.org/ws/2006/12/authorization";
    public const string Enrollment = "http://schemas.microsoft.com/windows/pki/2009/01/enrollment";

    /// <summary>The Action of a request.</summary>
    public const string RequestAction = "http://schemas.microsoft.com/windows/pki/2009/01/enrollment/RST/wstep";

    /// <summary>The ValueType of an Entra token.</summary>
    public const string JwtToken = "urn:ietf:params:oauth:token-type:jwt";

    /// <summary>The ValueType of the provisioning document in the response.</summary>
    public const string ProvisionDocument =
        "http://schemas.microsoft.com/5.0.0.0/ConfigurationManager/Enrollment/DeviceEnrollmentProvisionDoc";

    /// <summary>The EncodingType that Windows sends.</summary>
    public const string Base64 = Security + "#base64binary";

    /// <summary>The EncodingType that WS-Security defines.</summary>
    public const string Base64OfStandard = "http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-soap-message-security-1.0#Base64Binary";
}
