using MamConsole.PolicyEngine.Values;

namespace MamConsole.PolicyEngine.AppRules;

/// <summary>The result of parsing a pasted text.</summary>
/// <param name="Rows">The rows; the validation reports invalid values in them.</param>
/// <param name="Notes">Notes for the person: how text was interpreted, and which lines contain no app.</param>
public sealed record PastedApps(ValueList<AppRule> Rows, ValueList<string> Notes);
