namespace MamConsole.Simulator.Fleet;

/// <summary>The counters of a fleet since its start.</summary>
/// <param name="Enrolled">The number of devices that are currently enrolled.</param>
/// <param name="Sessions">The number of attempted sessions.</param>
/// <param name="Completed">The number of completed sessions.</param>
/// <param name="RejectedEnrollments">The number of failed enrollments.</param>
public sealed record FleetTally(int Enrolled, int Sessions, int Completed, int RejectedEnrollments);
