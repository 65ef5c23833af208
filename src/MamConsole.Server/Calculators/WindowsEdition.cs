namespace MamConsole.Server.Calculators;

/// <summary>The editions of Windows that matter for an MDM handoff.</summary>
internal enum WindowsEdition
{
    /// <summary>Home editions, which do not support WIP under MDM.</summary>
    Home,

    /// <summary>Pro, Enterprise, Education.</summary>
    Pro,
}
