namespace MamConsole.Protocol.Csp;

/// <summary>A rejected command, with the reason as text.</summary>
public sealed record CspRejection(CspRejectionKind Kind, string Words);
