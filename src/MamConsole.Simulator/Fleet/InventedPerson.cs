namespace MamConsole.Simulator.Fleet;

/// <summary>A fictitious person.</summary>
/// <param name="DisplayName">The given name and the family name.</param>
/// <param name="UserName">The part before the @, lower-case ASCII and unique within one generator.</param>
public sealed record InventedPerson(string DisplayName, string UserName);
