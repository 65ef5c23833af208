namespace MamConsole.Server.Devices;

/// <summary>What one policy means for one PC.</summary>
/// <param name="PolicyId">The policy.</param>
/// <param name="Name">What it is called.</param>
/// <param name="Number">The version in force.</param>
/// <param name="Priority">Its priority.</param>
/// <param name="Audience">Who gets it, in one line.</param>
/// <param name="Wins">Whether this PC gets it.</param>
/// <param name="Matches">Whether it is for this PC.</param>
/// <param name="Reason">Why, in one word for scripts: <c>wins</c>, <c>comesLater</c>, or what it misses.</param>
/// <param name="Words">The same in a sentence or two.</param>
public sealed record PolicyReason(
    string PolicyId,
    string Name,
    int Number,
    int Priority,
    string Audience,
    bool Wins,
    bool Matches,
    string Reason,
    string Words
);
