namespace MamConsole.PolicyEngine.NetworkBoundary;

/// <summary>One row of the address ranges, IPv4 or IPv6; both ends are included.</summary>
public sealed record AddressRange
{
    public string First { get; init; } = "";

    public string Last { get; init; } = "";
}
