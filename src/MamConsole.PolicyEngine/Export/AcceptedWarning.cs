namespace MamConsole.PolicyEngine.Export;

/// <summary>A warning that was accepted at publishing.</summary>
/// <param name="Code">The rule's id.</param>
/// <param name="Message">The message of the finding at that time.</param>
/// <param name="Reason">The reason given for this warning; empty when the version's reason applies.</param>
public sealed record AcceptedWarning(string Code, string Message, string Reason);
