using MamConsole.PolicyEngine.Authoring;

namespace MamConsole.Server.Policies;

/// <summary>A policy to start.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Document">Its first draft; an empty one without it.</param>
internal sealed record NewPolicy(string Name, WrittenPolicy? Document = null);
