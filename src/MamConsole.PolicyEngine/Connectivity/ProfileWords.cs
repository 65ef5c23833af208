namespace MamConsole.PolicyEngine.Connectivity;

/// <summary>Networks and connections in one line, for lists.</summary>
public static class ProfileWords
{
    /// <summary>What stands in a network, without its name.</summary>
    public static string About(WifiProfile network)
    {
        ArgumentNullException.ThrowIfNull(network);
        return ConnectivityWords.Describe(network);
    }

    /// <summary>What stands in a connection, without its name.</summary>
    public static string About(VpnProfile vpn)
    {
        ArgumentNullException.ThrowIfNull(vpn);
        return ConnectivityWords.Describe(vpn);
    }
}
