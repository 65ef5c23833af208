using MamConsole.PolicyEngine.Findings;

namespace MamConsole.Server.Policies;

/// <summary>One thing that a rule said about a version and somebody accepted, as it read then.</summary>
/// <param name="Code">The rule's id.</param>
/// <param name="Severity">A warning or a danger.</param>
/// <param name="Field">The field it is about.</param>
/// <param name="Message">What the rule said.</param>
/// <param name="Reason">The words for this one; empty where the version's own reason stands for it.</param>
public sealed record AcceptedFinding(string Code, Severity Severity, string Field, string Message, string Reason);
