namespace MamConsole.Server.DeviceRequests;

/// <summary>The user and device of a validated token: the proven identity of a message. Names in a message's body prove nothing.</summary>
internal sealed record DeviceIdentity
{
    public required Guid TenantId { get; init; }

    public required Guid ObjectId { get; init; }

    /// <summary>For display only: it can change, and v2.0 tokens may not contain it.</summary>
    public required string? Upn { get; init; }

    /// <summary>The person's name, for display only.</summary>
    public required string? Name { get; init; }

    /// <summary>The <c>deviceid</c> claim: compared where present, never required (docs/reference/protocol.md §2.2).</summary>
    public required string? DeviceId { get; init; }

    public required DateTimeOffset Expires { get; init; }
}
