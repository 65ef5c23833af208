namespace MamConsole.Server.Sessions;

/// <summary>How a line of a session ended, to be shown as a mark beside its word.</summary>
public enum LineMark
{
    /// <summary>There is nothing to judge.</summary>
    None,

    /// <summary>As it should be.</summary>
    Good,

    /// <summary>Refused, or not as it should be.</summary>
    Bad,

    /// <summary>Not known, or not there.</summary>
    Unknown,
}
