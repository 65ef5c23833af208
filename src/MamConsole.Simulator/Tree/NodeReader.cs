namespace MamConsole.Simulator.Tree;

/// <summary>Computes the value of a node from the device and the rest of its tree; null = the node does not exist.</summary>
internal delegate string? NodeReader(WindowsTree tree, NodePath path);
