namespace MamConsole.PolicyEngine.Versions;

/// <summary>The documented or inferred behavior when one node, or a branch of nodes, is removed.</summary>
/// <param name="Behavior">The kind of behavior.</param>
/// <param name="Sentence">The behavior as text, without the name of the setting.</param>
/// <param name="Certainty">The certainty of the behavior.</param>
/// <param name="Source">The source of that information.</param>
/// <param name="Remedy">The value to write instead.</param>
internal sealed record RemovalRule(
    RemovalBehavior Behavior,
    string Sentence,
    RemovalCertainty Certainty,
    string Source,
    RemovalRemedy? Remedy = null
);
