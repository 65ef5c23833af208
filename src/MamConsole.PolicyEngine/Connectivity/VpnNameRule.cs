using MamConsole.PolicyEngine.Values;

namespace MamConsole.PolicyEngine.Connectivity;

/// <summary>Names that are asked of servers behind a connection, as typed.</summary>
public sealed record VpnNameRule
{
    /// <summary>One host, or everything below a domain with a leading dot.</summary>
    public string Name { get; init; } = "";

    /// <summary>Addresses of DNS servers; empty = the connection's own.</summary>
    public ValueList<string> DnsServers { get; init; } = [];

    /// <summary>Whether asking for such a name connects.</summary>
    public bool Connects { get; init; }
}
