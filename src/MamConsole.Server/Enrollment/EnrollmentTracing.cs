using System.Diagnostics;

namespace MamConsole.Server.Enrollment;

/// <summary>The spans of an enrollment, and the trace id that its answer names.</summary>
internal static class EnrollmentTracing
{
    /// <summary>The source's name.</summary>
    public const string SourceName = "MamConsole.Enrollment";

    /// <summary>A request from its first byte to its answer.</summary>
    public const string Request = "mam.enroll";

    /// <summary>The check of the device's token.</summary>
    public const string ValidateToken = "mam.enroll.validate_token";

    /// <summary>The transaction that adds the enrollment, rules and terms of use included.</summary>
    public const string Add = "mam.enroll.add";

    /// <summary>The check of the acceptance of the terms of use.</summary>
    public const string CheckTerms = "mam.enroll.check_terms";

    /// <summary>The provisioning document and its envelope.</summary>
    public const string Provision = "mam.enroll.provision";

    /// <summary>The exchange is put on record.</summary>
    public const string Record = "mam.enroll.record";

    public static readonly ActivitySource Source = new(SourceName);

    /// <summary>
    /// The id that the PC shows and stores: the trace id of the request in the form of a GUID, so that it leads to its trace and to its
    /// log lines; a new one where the request has no trace.
    /// </summary>
    public static Guid TraceOf(Activity? request) =>
        request is { IdFormat: ActivityIdFormat.W3C } ? Guid.ParseExact(request.TraceId.ToHexString(), "N") : Guid.NewGuid();
}
