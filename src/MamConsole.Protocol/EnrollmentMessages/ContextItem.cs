namespace MamConsole.Protocol.EnrollmentMessages;

/// <summary>One item of a request's context. Names are exact; they may repeat (MAC does).</summary>
public sealed record ContextItem(string Name, string Value);
