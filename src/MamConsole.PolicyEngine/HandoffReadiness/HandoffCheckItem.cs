namespace MamConsole.PolicyEngine.HandoffReadiness;

/// <summary>One light of the check-list.</summary>
/// <param name="Key">editions, protection, id or keys.</param>
/// <param name="State">How it stands.</param>
/// <param name="Title">What is looked at.</param>
/// <param name="Words">What was found, with this installation's numbers.</param>
public sealed record HandoffCheckItem(string Key, CheckState State, string Title, string Words);
