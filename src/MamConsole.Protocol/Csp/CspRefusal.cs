namespace MamConsole.Protocol.Csp;

/// <summary>A refusal, in words for whoever has to mend it.</summary>
public sealed record CspRefusal(CspRefusalKind Kind, string Words);
