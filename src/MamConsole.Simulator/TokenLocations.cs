namespace MamConsole.Simulator;

/// <summary>Where a device sends the user's token.</summary>
[Flags]
public enum TokenLocations
{
    /// <summary>No token is sent.</summary>
    None = 0,

    /// <summary>In the Authorization header of every request.</summary>
    Header = 1,

    /// <summary>In the 1224 alert of package 1.</summary>
    Alert = 2,
}
