namespace MamConsole.Server.PolicyAudiences;

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
    public required string Reason { get; init; }
}
