namespace MamConsole.Server.PolicyAudiences;

/// <summary>What is asked about who gets a policy.</summary>
public sealed record AudienceRequest
{
    /// <summary>Null = what is published, else the draft.</summary>
    public AudienceSource? Of { get; init; }

    public AudienceView Show { get; init; }

    /// <summary><see cref="PolicyAudiencePage.Next"/> of the page before.</summary>
    public string? After { get; init; }

    /// <summary>1 to 200.</summary>
    public int Take { get; init; } = 50;
}
