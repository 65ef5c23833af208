namespace MamConsole.Protocol.EnrollmentMessages;

/// <summary>One item in the context of a request. Names are case-sensitive and may repeat (MAC does).</summary>
public sealed record ContextItem(string Name, string Value);
