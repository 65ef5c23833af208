namespace MamConsole.PolicyEngine.HandoffReadiness;

/// <summary>How one of the four things stands on which work files hang.</summary>
public enum CheckState
{
    /// <summary>Nothing known of it: nobody stated it, or no PC answered.</summary>
    Unknown,
    Good,
    Attention,
    Bad,
}
