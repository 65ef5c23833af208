namespace MamConsole.PolicyEngine.Handoff;

/// <summary>The severity of a row of the decision table.</summary>
public enum HandoffSeverity
{
    Ok,
    Info,
    Warning,
    Error,
}
