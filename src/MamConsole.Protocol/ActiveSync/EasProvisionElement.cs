using System.Collections.Immutable;

namespace MamConsole.Protocol.ActiveSync;

/// <summary>An element of EASProvisionDoc as it stands there.</summary>
/// <param name="Name">Its local name.</param>
/// <param name="Text">Its text without blanks around it; empty for an empty element and for a list.</param>
/// <param name="Items">The texts of its children, for the two lists of applications.</param>
public sealed record EasProvisionElement(string Name, string Text, ImmutableArray<string> Items);
