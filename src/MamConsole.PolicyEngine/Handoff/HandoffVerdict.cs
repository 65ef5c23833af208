namespace MamConsole.PolicyEngine.Handoff;

/// <summary>One row of the decision table, with what to tell people.</summary>
/// <param name="Row">H01 to H15.</param>
/// <param name="LinkShown">Whether Windows offers the move in its settings.</param>
/// <param name="WorkFiles">What becomes of them.</param>
/// <param name="Severity">How bad that is.</param>
/// <param name="Message">The same in words.</param>
public sealed record HandoffVerdict(string Row, bool LinkShown, WorkFiles WorkFiles, HandoffSeverity Severity, string Message);
