using MamConsole.PolicyEngine.Authoring;

namespace MamConsole.PolicyEngine.PolicyFile;

/// <summary>
/// A policy as a file holds it: its name and what it says. Nothing of this server stands in it, so that it can move to another one.
/// </summary>
/// <param name="Name">What people call it.</param>
/// <param name="Document">As typed, with its notes (<see cref="WrittenPolicy.Comments"/>).</param>
public sealed record NamedPolicy(string Name, WrittenPolicy Document);
