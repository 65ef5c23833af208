using MamConsole.Server.Outcomes;

namespace MamConsole.Server.Policies;

/// <summary>The document is larger than what a device accepts.</summary>
/// <param name="Length">The length as JSON, in characters.</param>
/// <param name="Limit">The maximum length, in characters.</param>
public sealed record DocumentTooLarge(int Length, int Limit)
    : Problem($"The policy is too large ({Length} of at most {Limit} characters). Shorten its lists.")
{
    public override int Status => StatusCodes.Status413PayloadTooLarge;
}
