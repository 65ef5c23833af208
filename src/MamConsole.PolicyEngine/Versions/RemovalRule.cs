namespace MamConsole.PolicyEngine.Versions;

/// <summary>What is known about removing one node, or a whole branch of nodes.</summary>
/// <param name="Behavior">What becomes of it.</param>
/// <param name="Sentence">In words, without naming the setting.</param>
/// <param name="Certainty">How well that is known.</param>
/// <param name="Source">Where from.</param>
/// <param name="Remedy">What could be written instead.</param>
internal sealed record RemovalRule(
    RemovalBehavior Behavior,
    string Sentence,
    RemovalCertainty Certainty,
    string Source,
    RemovalRemedy? Remedy = null
);
