using MamConsole.PolicyEngine.Authoring;

namespace MamConsole.Server.Policies;

/// <summary>The request to create a policy.</summary>
/// <param name="Name">The name of the policy.</param>
/// <param name="Document">The first draft; null for an empty one.</param>
internal sealed record NewPolicy(string Name, WrittenPolicy? Document = null);
