namespace MamConsole.Server.PolicyAudiences;

/// <summary>The parameters of a request for a policy's audience.</summary>
public sealed record AudienceRequest
{
    /// <summary>Null = the published version, or the draft when nothing is published.</summary>
    public AudienceSource? Of { get; init; }

    public AudienceView Show { get; init; }

    /// <summary><see cref="PolicyAudiencePage.Next"/> of the previous page.</summary>
    public string? After { get; init; }

    /// <summary>The size of the page, 1 to 200.</summary>
    public int Take { get; init; } = 50;
}
