using MamConsole.Server.Outcomes;

namespace MamConsole.Server.Policies.History;

/// <summary>A comment on a published version.</summary>
public sealed record VersionComment
{
    /// <summary>Increases with each comment; paging uses it.</summary>
    public required long Key { get; init; }

    /// <summary>The version's number within its policy.</summary>
    public required int Number { get; init; }

    public required DateTimeOffset At { get; init; }

    public required string By { get; init; }

    /// <summary>1 to <see cref="PolicyText.MaximumComment"/> characters; line breaks are preserved.</summary>
    public required string Text { get; init; }
}
