namespace MamConsole.Server.Calculators;

/// <summary>The editions of Windows that the move to MDM tells apart.</summary>
internal enum WindowsEdition
{
    /// <summary>Home and its kin: no information protection under MDM.</summary>
    Home,

    /// <summary>Pro, Enterprise, Education.</summary>
    Pro,
}
