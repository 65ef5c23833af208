using MamConsole.PolicyEngine.Findings;

namespace MamConsole.Server.Policies;

/// <summary>A finding that was accepted when a version was published, with the message of that time.</summary>
/// <param name="Code">The rule's id.</param>
/// <param name="Severity">A warning or a danger.</param>
/// <param name="Field">The field that the finding is about.</param>
/// <param name="Message">The message of the rule.</param>
/// <param name="Reason">The reason for this finding; empty when the reason of the version applies.</param>
public sealed record AcceptedFinding(string Code, Severity Severity, string Field, string Message, string Reason);
