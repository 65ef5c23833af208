namespace MamConsole.PolicyEngine.Statements;

/// <summary>A limitation that no setting changes and that people must know, with the numbers of this installation.</summary>
/// <param name="Code">The code, for programs.</param>
/// <param name="Area">The area of the policy to which it belongs, as in the policy's JSON; empty = the product as a whole.</param>
/// <param name="Heading">The heading.</param>
/// <param name="Text">The text, one or two sentences.</param>
public sealed record PlatformLimitation(string Code, string Area, string Heading, string Text);
