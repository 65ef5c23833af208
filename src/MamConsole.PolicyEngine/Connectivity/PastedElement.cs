namespace MamConsole.PolicyEngine.Connectivity;

/// <summary>One element of a pasted document.</summary>
/// <param name="Path">The local names from the root on, <c>WLANProfile/MSM/security</c>.</param>
/// <param name="Namespace">The namespace; empty for none.</param>
/// <param name="Text">The text of the element; empty when it contains elements.</param>
internal sealed record PastedElement(string Path, string Namespace, string Text);
