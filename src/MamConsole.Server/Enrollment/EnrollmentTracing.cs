using System.Diagnostics;

namespace MamConsole.Server.Enrollment;

/// <summary>The spans of an enrollment, and the trace ID in its response.</summary>
internal static class EnrollmentTracing
{
    /// <summary>The name of the activity source.</summary>
    public const string SourceName = "MamConsole.Enrollment";

    /// <summary>A request from its first byte to its response.</summary>
    public const string Request = "mam.enroll";

    /// <summary>The validation of the device token.</summary>
    public const string ValidateToken = "mam.enroll.validate_token";

    /// <summary>The transaction that adds the enrollment, rules and terms of use included.</summary>
    public const string Add = "mam.enroll.add";

    /// <summary>The validation of the acceptance of the terms of use.</summary>
    public const string CheckTerms = "mam.enroll.check_terms";

    /// <summary>The creation of the provisioning document and its envelope.</summary>
    public const string Provision = "mam.enroll.provision";

    /// <summary>The recording of the exchange.</summary>
    public const string Record = "mam.enroll.record";

    public static readonly ActivitySource Source = new(SourceName);

    /// <summary>
    /// The ID that the PC shows and stores: the trace ID of the request in the form of a GUID, which leads to its trace and to its log
    /// entries; a new GUID when the request has no trace.
    /// </summary>
    public static Guid TraceOf(Activity? request) =>
        request is { IdFormat: ActivityIdFormat.W3C } ? Guid.ParseExact(request.TraceId.ToHexString(), "N") : Guid.NewGuid();
}
