using MamConsole.PolicyEngine.Values;

namespace MamConsole.PolicyEngine.Connectivity;

/// <summary>A DNS name rule (NRPT) of a connection, as entered.</summary>
public sealed record VpnNameRule
{
    /// <summary>One host, or with a leading dot all names below a domain.</summary>
    public string Name { get; init; } = "";

    /// <summary>Addresses of DNS servers; empty = those of the connection.</summary>
    public ValueList<string> DnsServers { get; init; } = [];

    /// <summary>Whether resolving such a name triggers the connection.</summary>
    public bool Connects { get; init; }
}
