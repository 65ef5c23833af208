using System.Collections.Immutable;

namespace MamConsole.Protocol.EnrollmentMessages;

/// <summary>A reason to refuse an enrollment that Windows knows and shows: a closed set (docs/reference/protocol.md §1.6).</summary>
public sealed record EnrollmentFault
{
    private EnrollmentFault(string subcode, string? errorType, uint hresult, string code = "s:Receiver") =>
        (Code, Subcode, ErrorType, HResult) = (code, subcode, errorType, hresult);

    /// <summary>The request is malformed.</summary>
    public static readonly EnrollmentFault MessageFormat = new("s:MessageFormat", null, 0x80180001);

    /// <summary>The user is not recognised: a bad or expired token.</summary>
    public static readonly EnrollmentFault Authentication = new("s:Authentication", null, 0x80180002);

    /// <summary>The user is known and may not enroll.</summary>
    public static readonly EnrollmentFault Authorization = new("s:Authorization", null, 0x80180003);

    /// <summary>The server failed at something it needs, such as its database.</summary>
    public static readonly EnrollmentFault EnrollmentServer = new("s:EnrollmentServer", null, 0x80180005);

    /// <summary>The server failed unexpectedly.</summary>
    public static readonly EnrollmentFault InternalServiceFault = new("a:InternalServiceFault", null, 0x80180006);

    /// <summary>The security header cannot be parsed.</summary>
    public static readonly EnrollmentFault InvalidSecurity = new("a:InvalidSecurity", null, 0x80180007);

    /// <summary>The user has too many devices.</summary>
    public static readonly EnrollmentFault DeviceCapReached = new("s:Authorization", "DeviceCapReached", 0x80180013);

    /// <summary>This Windows cannot be enrolled.</summary>
    public static readonly EnrollmentFault DeviceNotSupported = new("s:EnrollmentServer", "DeviceNotSupported", 0x80180014);

    /// <summary>This kind of enrollment is not offered, such as MDM at the MAM endpoint.</summary>
    public static readonly EnrollmentFault NotSupported = new("s:EnrollmentServer", "NotSupported", 0x80180015);

    /// <summary>Worth trying again later.</summary>
    public static readonly EnrollmentFault InMaintenance = new("s:EnrollmentServer", "InMaintenance", 0x80180017);

    /// <summary>The user has no licence.</summary>
    public static readonly EnrollmentFault UserLicense = new("s:Authorization", "UserLicense", 0x80180018);

    /// <summary>What the request says of the device or of the accepted terms is wrong.</summary>
    public static readonly EnrollmentFault InvalidEnrollmentData = new("s:EnrollmentServer", "InvalidEnrollmentData", 0x80180019);

    /// <summary>Anything else whose reason the user is to read; Windows 10 20H2 and later shows it.</summary>
    public static readonly EnrollmentFault CustomServerError = new("s:EnrollmentServer", "CustomServerError", 0x80180032);

    /// <summary>SOAP's own: the envelope is not that of SOAP 1.2.</summary>
    public static readonly EnrollmentFault VersionMismatch = new("", null, 0, "s:VersionMismatch");

    /// <summary>SOAP's own: a header that must be understood is none that we know.</summary>
    public static readonly EnrollmentFault MustUnderstand = new("", null, 0, "s:MustUnderstand");

    /// <summary>All of them.</summary>
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

    /// <summary>SOAP's Code/Value.</summary>
    public string Code { get; }

    /// <summary>
    /// Code/Subcode/Value, with its prefix; "" for SOAP's own faults. Windows reads it when there is no <see cref="ErrorType"/>.
    /// </summary>
    public string Subcode { get; }

    /// <summary>Detail/DeviceEnrollmentServiceError/ErrorType; what Windows looks for first.</summary>
    public string? ErrorType { get; }

    /// <summary>What the user is told, such as 0x80180013; 0 for SOAP's own faults, for which Windows has none.</summary>
    public uint HResult { get; }

    /// <summary>The telling half of its name.</summary>
    public override string ToString() => ErrorType ?? (Subcode.Length > 0 ? Subcode[2..] : Code[2..]);
}
