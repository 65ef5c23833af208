using MamConsole.Protocol.EnrollmentMessages;
using MamConsole.Server.Access;
using MamConsole.Server.Access.Tokens;
using MamConsole.Server.DeviceRequests;

namespace MamConsole.Server.Enrollment;

/// <summary>
/// Creates the provisioning document of a device (docs/reference/protocol.md §1.5): the same enrollment and token result in the same bytes.
/// </summary>
internal sealed class ProvisioningRules(DeviceApplication application, EnrollmentOptions options, PublicAddress address)
{
    /// <summary>
    /// The check-in schedule until a policy sets another: frequent at first, then every 8 hours (docs/reference/protocol.md §5.1).
    /// </summary>
    private static PollSchedule FirstSchedule { get; } =
        new()
        {
            IntervalForFirstSetOfRetries = 3,
            NumberOfFirstRetries = 5,
            IntervalForSecondSetOfRetries = 15,
            NumberOfSecondRetries = 8,
            IntervalForRemainingScheduledRetries = 480,
            NumberOfRemainingScheduledRetries = 0,
            PollOnLogin = true,
        };

    public ProvisioningDocument DocumentFor(string enrollmentId, DeviceIdentity identity) =>
        new()
        {
            ProviderId = application.ProviderId,
            Name = "MamConsole",
            Address = new Uri(address.Value, $"/mam/sync/{enrollmentId}").ToString(),
            Upn = options.ProvisionUpn ? identity.Upn : null,
            EntDMID = enrollmentId,
            AadResourceId = options.ProvisionResourceId ? application.AppIdUri : null,
            Poll = options.ProvisionPoll ? FirstSchedule : null,
        };
}
