namespace MamConsole.Server.Devices;

/// <summary>How one policy applies to one PC.</summary>
/// <param name="PolicyId">The policy.</param>
/// <param name="Name">Its name.</param>
/// <param name="Number">The version in force.</param>
/// <param name="Priority">Its priority.</param>
/// <param name="Audience">Who gets it, in one line.</param>
/// <param name="Wins">Whether this PC gets it.</param>
/// <param name="Matches">Whether its assignment matches this PC.</param>
/// <param name="Reason">The reason as a code for scripts: <c>wins</c>, <c>comesLater</c>, or the condition that does not match.</param>
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
