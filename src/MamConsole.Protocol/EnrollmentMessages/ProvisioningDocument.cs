namespace MamConsole.Protocol.EnrollmentMessages;

/// <summary>
/// The wap-provisioningdoc that a MAM device gets (docs/reference/protocol.md §1.5). Certificates and APPAUTH have no place in MAM.
/// </summary>
public sealed record ProvisioningDocument
{
    /// <summary>
    /// PROVIDER-ID and the node below <c>DMClient/Provider</c>: ASCII letters, digits, <c>-</c>, <c>_</c> or <c>.</c>, so that LocURIs need
    /// no encoding.
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

    /// <summary>The audience of the session's user token (docs/reference/protocol.md §2.4).</summary>
    public string? AadResourceId { get; init; }

    /// <summary>When the device checks in; null leaves it at a day (docs/reference/protocol.md §5.1).</summary>
    public PollSchedule? Poll { get; init; }
}
