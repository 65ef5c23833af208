namespace MamConsole.PolicyEngine.HandoffReadiness;

/// <summary>The state of one of the four checks that decide about work files.</summary>
public enum CheckState
{
    /// <summary>Not known: it was not stated, or no PC has reported it.</summary>
    Unknown,
    Good,
    Attention,
    Bad,
}
