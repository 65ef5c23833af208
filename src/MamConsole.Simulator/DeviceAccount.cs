namespace MamConsole.Simulator;

/// <summary>The enrollment data outside of the management tree (docs/reference/protocol.md §1.5).</summary>
/// <param name="ProviderId">PROVIDER-ID, which is also the name of the node under DMClient/Provider.</param>
/// <param name="Name">NAME: the display name of the server.</param>
/// <param name="Address">ADDR: the address of sessions, without the query that the device adds.</param>
/// <param name="EnrollmentUrl">The enrollment address, used to enroll again.</param>
/// <param name="EnrolledAt">The time of the enrollment.</param>
public sealed record DeviceAccount(string ProviderId, string Name, Uri Address, Uri EnrollmentUrl, DateTimeOffset EnrolledAt);
