namespace MamConsole.Server.PolicyAudiences;

/// <summary>Who gets a policy: the answer and a page of PCs by person's name.</summary>
public sealed record PolicyAudiencePage
{
    public required string PolicyId { get; init; }

    public required string PolicyName { get; init; }

    public required AudienceSource Of { get; init; }

    /// <summary>The version in force, when that was asked about.</summary>
    public int? Number { get; init; }

    /// <summary>Whether there is a version in force, so that both can be asked about.</summary>
    public required bool IsPublished { get; init; }

    /// <summary>Who gets it, in one line.</summary>
    public required string Words { get; init; }

    public required int Priority { get; init; }

    /// <summary>PCs that get it.</summary>
    public required long Getting { get; init; }

    /// <summary>PCs that match and get another policy.</summary>
    public required long Elsewhere { get; init; }

    public required IReadOnlyList<AudienceRow> Rows { get; init; }

    /// <summary>Where the next page begins; null on the last.</summary>
    public string? Next { get; init; }

    /// <summary>How fresh the groups are that this rests on; null when it names none.</summary>
    public AudienceGroups? Groups { get; init; }
}
