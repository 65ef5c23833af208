namespace MamConsole.Server.Enrollment;

/// <summary>How a request with another <c>EnrollmentType</c> than that of MAM is handled.</summary>
public enum EnrollmentTypeRule
{
    /// <summary>
    /// It is enrolled, and the type is logged: no real MAM client has been observed to send <c>AppManagement</c>
    /// (docs/reference/protocol.md §1.3).
    /// </summary>
    Log,

    /// <summary>It is rejected as a type of enrollment that is not supported.</summary>
    Enforce,
}
