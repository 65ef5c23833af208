namespace MamConsole.PolicyEngine.Connectivity;

/// <summary>One element of a pasted document.</summary>
/// <param name="Path">Local names from the root on, <c>WLANProfile/MSM/security</c>.</param>
/// <param name="Namespace">Its namespace; empty for none.</param>
/// <param name="Text">Its own text; empty when it holds elements.</param>
internal sealed record PastedElement(string Path, string Namespace, string Text);
