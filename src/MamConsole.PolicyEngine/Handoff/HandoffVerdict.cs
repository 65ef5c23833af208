namespace MamConsole.PolicyEngine.Handoff;

/// <summary>One row of the decision table, with its message.</summary>
/// <param name="Row">H01 to H15.</param>
/// <param name="LinkShown">Whether Windows offers the MDM handoff in its settings.</param>
/// <param name="WorkFiles">The effect on work files.</param>
/// <param name="Severity">The severity of that effect.</param>
/// <param name="Message">The effect as text.</param>
public sealed record HandoffVerdict(string Row, bool LinkShown, WorkFiles WorkFiles, HandoffSeverity Severity, string Message);
