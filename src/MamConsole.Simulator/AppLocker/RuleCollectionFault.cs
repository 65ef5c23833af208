namespace MamConsole.Simulator.AppLocker;

/// <summary>Thrown for content that the grammar of a rule collection does not allow.</summary>
internal sealed class RuleCollectionFault(string message) : Exception(message);
