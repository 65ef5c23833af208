using MamConsole.Server.Entra;

namespace MamConsole.Server.Policies.Reach;

/// <summary>Which document of a policy is asked about.</summary>
public enum AudienceOf
{
    /// <summary>The version in force.</summary>
    Published,
    /// <summary>The saved draft, as if it were published now.</summary>
    Draft,
}

/// <summary>Which of the PCs that match are listed.</summary>
public enum AudienceShow
{
    /// <summary>Those that get the policy.</summary>
    Getting,
    /// <summary>Those that match and get another one.</summary>
    Elsewhere,
}

/// <summary>What is asked about who gets a policy.</summary>
public sealed record AudienceRequest
{
    /// <summary>Null = what is published, else the draft.</summary>
    public AudienceOf? Of { get; init; }

    public AudienceShow Show { get; init; }

    /// <summary><see cref="PolicyAudiencePage.Next"/> of the page before.</summary>
    public string? After { get; init; }

    /// <summary>1 to 200.</summary>
    public int Take { get; init; } = 50;
}

/// <summary>Who gets a policy: the answer and a page of PCs by person's name.</summary>
public sealed record PolicyAudiencePage
{
    public required string PolicyId { get; init; }

    public required string PolicyName { get; init; }

    public required AudienceOf Of { get; init; }

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

/// <summary>How fresh the groups are.</summary>
/// <param name="NeverRead">People with a PC whose groups were never read: they count as members of none.</param>
/// <param name="Failing">People whose last reading failed: what was read before counts.</param>
/// <param name="Oldest">The oldest reading in use.</param>
public sealed record AudienceGroups(int NeverRead, int Failing, DateTimeOffset? Oldest);

/// <summary>A PC that matches.</summary>
public sealed record AudienceRow
{
    public required string DeviceId { get; init; }
    public required string PersonName { get; init; }
    public required string Upn { get; init; }
    public required string DeviceName { get; init; }

    /// <summary>As enrollment said; null = not known.</summary>
    public int? Build { get; init; }

    public required string Ring { get; init; }

    /// <summary>The other policy that it gets; null when it gets this one.</summary>
    public OtherPolicy? Instead { get; init; }

    /// <summary>Why, in a sentence.</summary>
    public required string Why { get; init; }
}

/// <summary>A policy that comes first.</summary>
public sealed record OtherPolicy(string PolicyId, string Name);

/// <summary>Groups that were found.</summary>
internal sealed record GroupList(IReadOnlyList<DirectoryGroup> Items);
