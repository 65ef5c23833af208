using MamConsole.Server.Outcomes;

namespace MamConsole.Server.Policies;

/// <summary>The document is larger than any device could be given.</summary>
/// <param name="Length">Its characters as JSON.</param>
/// <param name="Limit">How many are taken.</param>
public sealed record DocumentTooLarge(int Length, int Limit)
    : Problem($"The policy is too large ({Length} of at most {Limit} characters). Shorten its lists.")
{
    public override int Status => StatusCodes.Status413PayloadTooLarge;
}
