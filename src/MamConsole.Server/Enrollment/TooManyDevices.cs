using MamConsole.Server.Outcomes;

namespace MamConsole.Server.Enrollment;

/// <summary>The person has as many devices as allowed.</summary>
internal sealed record TooManyDevices(int Limit)
    : Problem($"You have {Limit} PCs here already. Remove your work account from one that you no longer use, then try again.");
