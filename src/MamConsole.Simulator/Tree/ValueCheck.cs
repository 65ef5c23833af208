namespace MamConsole.Simulator.Tree;

/// <summary>Returns whether a node of this tree accepts a value.</summary>
internal delegate bool ValueCheck(string value, WindowsTree tree);
