using MamConsole.Server.Outcomes;
using MamConsole.Server.Ui;

namespace MamConsole.Server.Enrollment;

/// <summary>The person has reached the maximum number of devices.</summary>
internal sealed record TooManyDevices(int Limit)
    : Problem(
        $"You have already enrolled {Plural.Of(Limit, "PC")}. Remove your work account from one that you no longer use, then try again."
    );
