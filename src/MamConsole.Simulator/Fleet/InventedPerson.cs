namespace MamConsole.Simulator.Fleet;

/// <summary>Somebody who does not exist.</summary>
/// <param name="DisplayName">Given name and family name.</param>
/// <param name="UserName">The part before the @, lower-case ASCII and unique within one generator.</param>
public sealed record InventedPerson(string DisplayName, string UserName);
