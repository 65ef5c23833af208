namespace MamConsole.PolicyEngine.Values;

/// <summary>What came of a pasted text.</summary>
/// <param name="Rows">One item each, repaired where the repair was obvious; what is still wrong stays as it was, for the rules to
/// name.</param>
/// <param name="Repairs">Everything that was changed on the way, in words; to be shown, and undone on demand.</param>
public sealed record Pasted<T>(ValueList<T> Rows, ValueList<string> Repairs);
