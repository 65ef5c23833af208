namespace MamConsole.Simulator.Fleet;

/// <summary>What a fleet has done since it was started.</summary>
/// <param name="Enrolled">Devices under management now.</param>
/// <param name="Sessions">Sessions tried.</param>
/// <param name="Completed">Those of them that went well.</param>
/// <param name="RejectedEnrollments">Enrollments that failed.</param>
public sealed record FleetTally(int Enrolled, int Sessions, int Completed, int RejectedEnrollments);
