namespace MamConsole.Simulator;

/// <summary>Where the user's token is put.</summary>
[Flags]
public enum TokenLocations
{
    /// <summary>Nowhere: an honest device without a token.</summary>
    None = 0,

    /// <summary>In the Authorization header of every request.</summary>
    Header = 1,

    /// <summary>In the 1224 alert of package 1.</summary>
    Alert = 2,
}
