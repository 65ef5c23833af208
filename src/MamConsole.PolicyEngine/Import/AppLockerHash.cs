namespace MamConsole.PolicyEngine.Import;

/// <summary>A FileHash as written in the XML.</summary>
internal sealed record AppLockerHash(string Type, string Data, string FileName);
