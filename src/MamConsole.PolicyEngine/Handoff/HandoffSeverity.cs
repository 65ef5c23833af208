namespace MamConsole.PolicyEngine.Handoff;

/// <summary>How bad a row of the table is.</summary>
public enum HandoffSeverity
{
    Ok,
    Info,
    Warning,
    Error,
}
