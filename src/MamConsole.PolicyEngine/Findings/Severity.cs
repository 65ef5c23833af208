namespace MamConsole.PolicyEngine.Findings;

/// <summary>What a finding means for publishing. Stored by number: never renumber.</summary>
public enum Severity
{
    /// <summary>Good to know.</summary>
    Note = 0,

    /// <summary>Published only with a reason, which is kept.</summary>
    Warn = 1,

    /// <summary>Published only after a typed confirmation.</summary>
    Danger = 2,

    /// <summary>Cannot be published.</summary>
    Block = 3,
}
