using MamConsole.Server.Settings;

namespace MamConsole.Server.Enrollment;

/// <summary>The server's behavior where the specifications leave enrollment open (section <c>Devices</c>).</summary>
internal sealed record EnrollmentOptions
{
    /// <summary>The HTTP status of SOAP faults: 500 or 200 (docs/reference/protocol.md §1.6).</summary>
    public int FaultStatus { get; init; } = StatusCodes.Status500InternalServerError;

    public EnrollmentTypeRule EnrollmentType { get; init; }

    /// <summary>Whether the provisioning document has a Poll group.</summary>
    public bool ProvisionPoll { get; init; } = true;

    /// <summary>Whether the provisioning document contains the audience of session tokens.</summary>
    public bool ProvisionResourceId { get; init; } = true;

    /// <summary>Whether the provisioning document contains the UPN of the user.</summary>
    public bool ProvisionUpn { get; init; } = true;

    public static EnrollmentOptions From(IConfiguration configuration) => configuration.ReadSettings<EnrollmentOptions>("Devices");
}
