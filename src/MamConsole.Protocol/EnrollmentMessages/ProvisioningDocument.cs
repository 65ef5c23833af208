namespace MamConsole.Protocol.EnrollmentMessages;

/// <summary>The wap-provisioningdoc that a MAM device gets (protocol.md §1.5). Certificates and APPAUTH have no place in MAM.</summary>
public sealed record ProvisioningDocument
{
    /// <summary>
    /// PROVIDER-ID and the node below <c>DMClient/Provider</c>: ASCII letters, digits, <c>-</c>, <c>_</c> or <c>.</c>, so that LocURIs need no encoding.
    /// </summary>
    public required string ProviderId { get; init; }

    /// <summary>NAME: what Settings shows.</summary>
    public required string Name { get; init; }

    /// <summary>ADDR: where the device syncs. The device appends a query of its own.</summary>
    public required string Address { get; init; }

    /// <summary>The user principal name that Settings shows.</summary>
    public string? Upn { get; init; }

    /// <summary>The server's id of the enrollment; comes back as <c>client-request-id</c>.</summary>
    public string? EntDMID { get; init; }

    /// <summary>The audience of the session's user token (protocol.md §2.4).</summary>
    public string? AadResourceId { get; init; }

    /// <summary>When the device calls in; null leaves it at a day (protocol.md §5.1).</summary>
    public PollSchedule? Poll { get; init; }
}

/// <summary>
/// The schedule of <c>DMClient/Provider/…/Poll</c> (protocol.md §5.1): intervals in minutes, numbers of tries; null leaves a node at its default.
/// </summary>
public sealed record PollSchedule
{
    public int? IntervalForFirstSetOfRetries { get; init; }

    public int? NumberOfFirstRetries { get; init; }

    public int? IntervalForSecondSetOfRetries { get; init; }

    public int? NumberOfSecondRetries { get; init; }

    public int? IntervalForRemainingScheduledRetries { get; init; }

    /// <summary>0 beside an interval = for ever.</summary>
    public int? NumberOfRemainingScheduledRetries { get; init; }

    /// <summary>A session at each sign-in.</summary>
    public bool? PollOnLogin { get; init; }
}
