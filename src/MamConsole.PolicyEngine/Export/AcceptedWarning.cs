namespace MamConsole.PolicyEngine.Export;

/// <summary>A warning that somebody accepted.</summary>
/// <param name="Code">The rule's id.</param>
/// <param name="Message">What the rule said then.</param>
/// <param name="Reason">The words for this one; empty where the version's reason stands for it.</param>
public sealed record AcceptedWarning(string Code, string Message, string Reason);
