using MamConsole.Protocol.EnrollmentMessages;

namespace MamConsole.Server.Enrollment;

/// <summary>What a device is told that may enroll.</summary>
/// <param name="Document">How it is to be set up.</param>
/// <param name="Repeated">Whether it was told so before and the answer was lost.</param>
internal sealed record EnrollmentGrant(ProvisioningDocument Document, bool Repeated);
