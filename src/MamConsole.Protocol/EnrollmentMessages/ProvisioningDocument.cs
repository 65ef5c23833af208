namespace MamConsole.Protocol.EnrollmentMessages;

/// <summary>The wap-provisioningdoc for a MAM device (docs/reference/protocol.md §1.5). MAM uses no certificates and no APPAUTH.</summary>
public sealed record ProvisioningDocument
{
    /// <summary>
    /// PROVIDER-ID and the node below <c>DMClient/Provider</c>: ASCII letters, digits, <c>-</c>, <c>_</c> or <c>.</c>, so that LocURIs need
    /// no encoding.
    /// </summary>
    public required string ProviderId { get; init; }

    /// <summary>NAME: the name of the server in Settings.</summary>
    public required string Name { get; init; }

    /// <summary>ADDR: the address of sessions. The device appends its own query.</summary>
    public required string Address { get; init; }

    /// <summary>The user principal name that Settings shows.</summary>
    public string? Upn { get; init; }

    /// <summary>The server's id of the enrollment. The device sends it back as <c>client-request-id</c>.</summary>
    public string? EntDMID { get; init; }

    /// <summary>The audience of the session's user token (docs/reference/protocol.md §2.4).</summary>
    public string? AadResourceId { get; init; }

    /// <summary>The check-in schedule; null for once a day (docs/reference/protocol.md §5.1).</summary>
    public PollSchedule? Poll { get; init; }
}
