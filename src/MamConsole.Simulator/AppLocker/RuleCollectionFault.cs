namespace MamConsole.Simulator.AppLocker;

/// <summary>Something that the grammar does not allow.</summary>
internal sealed class RuleCollectionFault(string message) : Exception(message);
