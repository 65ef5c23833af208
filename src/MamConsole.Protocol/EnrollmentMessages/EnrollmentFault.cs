using System.Collections.Immutable;

namespace MamConsole.Protocol.EnrollmentMessages;

/// <summary>
/// A reason for rejecting an enrollment that Windows recognizes and shows: a closed set (docs/reference/protocol.md §1.6).
/// </summary>
public sealed record EnrollmentFault
{
    private EnrollmentFault(string subcode, string? errorType, uint hresult, string code = "s:Receiver") =>
        (Code, Subcode, ErrorType, HResult) = (code, subcode, errorType, hresult);

    /// <summary>The request is malformed.</summary>
    public static readonly EnrollmentFault MessageFormat = new("s:MessageFormat", null, 0x80180001);

    /// <summary>The user is not authenticated: the token is invalid or expired.</summary>
    public static readonly EnrollmentFault Authentication = new("s:Authentication", null, 0x80180002);

    /// <summary>The user is authenticated but may not enroll.</summary>
    public static readonly EnrollmentFault Authorization = new("s:Authorization", null, 0x80180003);

    /// <summary>A dependency of the server, such as its database, failed.</summary>
    public static readonly EnrollmentFault EnrollmentServer = new("s:EnrollmentServer", null, 0x80180005);

    /// <summary>The server failed unexpectedly.</summary>
    public static readonly EnrollmentFault InternalServiceFault = new("a:InternalServiceFault", null, 0x80180006);

    /// <summary>The security header cannot be parsed.</summary>
    public static readonly EnrollmentFault InvalidSecurity = new("a:InvalidSecurity", null, 0x80180007);

    /// <summary>The user has reached the maximum number of devices.</summary>
    public static readonly EnrollmentFault DeviceCapReached = new("s:Authorization", "DeviceCapReached", 0x80180013);

    /// <summary>This Windows version or edition cannot be enrolled.</summary>
    public static readonly EnrollmentFault DeviceNotSupported = new("s:EnrollmentServer", "DeviceNotSupported", 0x80180014);

    /// <summary>This kind of enrollment is not supported, such as MDM at the MAM endpoint.</summary>
    public static readonly EnrollmentFault NotSupported = new("s:EnrollmentServer", "NotSupported", 0x80180015);

    /// <summary>The enrollment may succeed later.</summary>
    public static readonly EnrollmentFault InMaintenance = new("s:EnrollmentServer", "InMaintenance", 0x80180017);

    /// <summary>The user has no license.</summary>
    public static readonly EnrollmentFault UserLicense = new("s:Authorization", "UserLicense", 0x80180018);

    /// <summary>The data about the device or the accepted terms is invalid.</summary>
    public static readonly EnrollmentFault InvalidEnrollmentData = new("s:EnrollmentServer", "InvalidEnrollmentData", 0x80180019);

    /// <summary>Any other reason, which Windows 10 20H2 and later shows to the user.</summary>
    public static readonly EnrollmentFault CustomServerError = new("s:EnrollmentServer", "CustomServerError", 0x80180032);

    /// <summary>A SOAP fault: the envelope is not that of SOAP 1.2.</summary>
    public static readonly EnrollmentFault VersionMismatch = new("", null, 0, "s:VersionMismatch");

    /// <summary>A SOAP fault: a header that must be understood is not supported.</summary>
    public static readonly EnrollmentFault MustUnderstand = new("", null, 0, "s:MustUnderstand");

    /// <summary>All faults.</summary>
    public static readonly ImmutableArray<EnrollmentFault> All =
    [
        MessageFormat,
        Authentication,
        Authorization,
        EnrollmentServer,
        InternalServiceFault,
        InvalidSecurity,
        DeviceCapReached,
        DeviceNotSupported,
        NotSupported,
        InMaintenance,
        UserLicense,
        InvalidEnrollmentData,
        CustomServerError,
        VersionMismatch,
        MustUnderstand,
    ];

    /// <summary>Code/Value of the SOAP fault.</summary>
    public string Code { get; }

    /// <summary>
    /// Code/Subcode/Value with its prefix; empty for SOAP faults. Windows reads it when there is no <see cref="ErrorType"/>.
    /// </summary>
    public string Subcode { get; }

    /// <summary>Detail/DeviceEnrollmentServiceError/ErrorType, which Windows reads first; null for none.</summary>
    public string? ErrorType { get; }

    /// <summary>The error that Windows shows, such as 0x80180013; 0 for SOAP faults, for which Windows has none.</summary>
    public uint HResult { get; }

    /// <summary>Returns the name of the fault without its prefix.</summary>
    public override string ToString() => ErrorType ?? (Subcode.Length > 0 ? Subcode[2..] : Code[2..]);
}
