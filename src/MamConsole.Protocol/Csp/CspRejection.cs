namespace MamConsole.Protocol.Csp;

/// <summary>A refusal, in words for whoever has to mend it.</summary>
public sealed record CspRejection(CspRejectionKind Kind, string Words);
