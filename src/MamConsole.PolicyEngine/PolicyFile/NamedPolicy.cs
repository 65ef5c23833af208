using MamConsole.PolicyEngine.Authoring;

namespace MamConsole.PolicyEngine.PolicyFile;

/// <summary>
/// A policy as a file contains it: its name and its settings. It has no server-specific data, so that another server can import it.
/// </summary>
/// <param name="Name">The name of the policy.</param>
/// <param name="Document">The settings as entered, with their comments (<see cref="WrittenPolicy.Comments"/>).</param>
public sealed record NamedPolicy(string Name, WrittenPolicy Document);
