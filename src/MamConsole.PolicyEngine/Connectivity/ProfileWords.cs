namespace MamConsole.PolicyEngine.Connectivity;

/// <summary>Describes networks and connections in one line, for lists.</summary>
public static class ProfileWords
{
    /// <summary>Describes a network without its name.</summary>
    public static string About(WifiProfile network)
    {
        ArgumentNullException.ThrowIfNull(network);
        return ConnectivityWords.Describe(network);
    }

    /// <summary>Describes a connection without its name.</summary>
    public static string About(VpnProfile vpn)
    {
        ArgumentNullException.ThrowIfNull(vpn);
        return ConnectivityWords.Describe(vpn);
    }
}
