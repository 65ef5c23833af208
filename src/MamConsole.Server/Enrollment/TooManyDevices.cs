using MamConsole.Server.Outcomes;

namespace MamConsole.Server.Enrollment;

/// <summary>The person has reached the maximum number of devices.</summary>
internal sealed record TooManyDevices(int Limit)
    : Problem(
        $"You have already enrolled {Limit} {(Limit == 1 ? "PC" : "PCs")}. Remove your work account from one that you no longer use, then try again."
    );
