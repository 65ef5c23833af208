using MamConsole.Server.Outcomes;

namespace MamConsole.Server.Policies;

/// <summary>Another policy already has the name.</summary>
public sealed record NameTaken(string Name) : Problem($"A policy named {Name} already exists. Choose another name.");
