using MamConsole.PolicyEngine.Values;

namespace MamConsole.PolicyEngine.AppRules;

/// <summary>What came of a pasted text.</summary>
/// <param name="Rows">The rows; what is wrong in them the rules name.</param>
/// <param name="Notes">What the person should know: what was taken for what, and which lines say nothing of an app.</param>
public sealed record PastedApps(ValueList<AppRule> Rows, ValueList<string> Notes);
