namespace MamConsole.Server.Sessions;

/// <summary>The result of a line of a session; it is shown as a badge.</summary>
public enum LineMark
{
    /// <summary>The line has no result.</summary>
    None,

    /// <summary>The expected result.</summary>
    Good,

    /// <summary>Rejected, or not the expected result.</summary>
    Bad,

    /// <summary>Unknown or missing.</summary>
    Unknown,
}
