namespace MamConsole.PolicyEngine.Findings;

/// <summary>The consequence of a finding for publishing. Stored by number: never renumber.</summary>
public enum Severity
{
    /// <summary>Information that does not affect publishing.</summary>
    Note = 0,

    /// <summary>The policy can be published only with a reason, which is stored.</summary>
    Warn = 1,

    /// <summary>The policy can be published only after a typed confirmation.</summary>
    Danger = 2,

    /// <summary>The policy cannot be published.</summary>
    Block = 3,
}
