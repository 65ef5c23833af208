using MamConsole.Server.Outcomes;

namespace MamConsole.Server.Policies;

/// <summary>Another policy has the name.</summary>
public sealed record NameTaken(string Name) : Problem($"There is a policy named {Name} already. Choose another name.");
