namespace MamConsole.Server.PolicyAudiences;

/// <summary>A PC that matches the policy.</summary>
public sealed record AudienceRow
{
    public required string DeviceId { get; init; }
    public required string PersonName { get; init; }
    public required string Upn { get; init; }
    public required string DeviceName { get; init; }

    /// <summary>The build as reported at enrollment; null = unknown.</summary>
    public int? Build { get; init; }

    public required string Ring { get; init; }

    /// <summary>The other policy that it gets; null when it gets this one.</summary>
    public OtherPolicy? Instead { get; init; }

    /// <summary>The reason, in a sentence.</summary>
    public required string Reason { get; init; }
}
