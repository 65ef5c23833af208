namespace MamConsole.Server.Enrollment;

/// <summary>What becomes of a request whose <c>EnrollmentType</c> is not that of MAM.</summary>
public enum EnrollmentTypeRule
{
    /// <summary>
    /// It is enrolled, and the log says so: no real MAM client has been seen to send <c>AppManagement</c> (docs/reference/protocol.md
    /// §1.3).
    /// </summary>
    Log,

    /// <summary>It is refused as an enrollment that is not offered here.</summary>
    Enforce,
}
