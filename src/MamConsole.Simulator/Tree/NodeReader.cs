namespace MamConsole.Simulator.Tree;

/// <summary>A node's value worked out from the device and the rest of its tree; null = the node is not there.</summary>
internal delegate string? NodeReader(WindowsTree tree, NodePath path);
