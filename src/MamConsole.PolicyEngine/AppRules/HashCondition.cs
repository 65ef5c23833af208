namespace MamConsole.PolicyEngine.AppRules;

/// <summary>FileHash: the digits in capitals, without <c>0x</c>.</summary>
public sealed record HashCondition(AppHashKind Algorithm, string Digits, string FileName);
