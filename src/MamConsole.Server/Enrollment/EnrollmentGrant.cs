using MamConsole.Protocol.EnrollmentMessages;

namespace MamConsole.Server.Enrollment;

/// <summary>The response to an accepted enrollment.</summary>
/// <param name="Document">The provisioning document.</param>
/// <param name="Repeated">Whether it was sent before and the response was lost.</param>
internal sealed record EnrollmentGrant(ProvisioningDocument Document, bool Repeated);
