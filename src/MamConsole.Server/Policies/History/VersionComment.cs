using MamConsole.Server.Outcomes;

namespace MamConsole.Server.Policies.History;

/// <summary>What somebody said about a published version.</summary>
public sealed record VersionComment
{
    /// <summary>Grows with each comment; what pages go by.</summary>
    public required long Key { get; init; }

    /// <summary>The version's number within its policy.</summary>
    public required int Number { get; init; }

    public required DateTimeOffset At { get; init; }

    public required string By { get; init; }

    /// <summary>1 to <see cref="PolicyText.MaximumComment"/> characters; lines are kept.</summary>
    public required string Text { get; init; }
}
