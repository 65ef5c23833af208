namespace MamConsole.Simulator;

/// <summary>What enrollment left on the device beside its tree: whom to call (docs/reference/protocol.md §1.5).</summary>
/// <param name="ProviderId">PROVIDER-ID, and the node's name under DMClient/Provider.</param>
/// <param name="Name">NAME: how the server calls itself.</param>
/// <param name="Address">ADDR: where sessions go, without the query that the device adds.</param>
/// <param name="EnrollmentUrl">Where it enrolled, to enroll there again.</param>
/// <param name="EnrolledAt">When.</param>
public sealed record DeviceAccount(string ProviderId, string Name, Uri Address, Uri EnrollmentUrl, DateTimeOffset EnrolledAt);
