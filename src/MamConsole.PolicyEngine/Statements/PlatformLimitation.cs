namespace MamConsole.PolicyEngine.Statements;

/// <summary>Something that no setting changes and that people must know, with this installation's numbers.</summary>
/// <param name="Code">Its name, for programs.</param>
/// <param name="Area">The area of the policy beside which it belongs, as in the policy's JSON; empty = the product as a whole.</param>
/// <param name="Heading">In a few words.</param>
/// <param name="Text">In a sentence or two.</param>
public sealed record PlatformLimitation(string Code, string Area, string Heading, string Text);
