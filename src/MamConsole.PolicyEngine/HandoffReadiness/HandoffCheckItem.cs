namespace MamConsole.PolicyEngine.HandoffReadiness;

/// <summary>One item of the readiness check.</summary>
/// <param name="Key">The key: editions, protection, id or keys.</param>
/// <param name="State">The state of the item.</param>
/// <param name="Title">The name of the checked fact.</param>
/// <param name="Words">The result, with the numbers of this installation.</param>
public sealed record HandoffCheckItem(string Key, CheckState State, string Title, string Words);
