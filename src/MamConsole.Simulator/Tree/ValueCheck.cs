namespace MamConsole.Simulator.Tree;

/// <summary>Whether a value may stand at a node of this tree.</summary>
internal delegate bool ValueCheck(string value, WindowsTree tree);
