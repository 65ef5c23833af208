using System.Collections.Immutable;

namespace MamConsole.Protocol.ActiveSync;

/// <summary>One element of EASProvisionDoc, unvalidated.</summary>
/// <param name="Name">The local name.</param>
/// <param name="Text">The text without surrounding white space; empty for an empty element and for a list.</param>
/// <param name="Items">The texts of the children, for the two lists of applications.</param>
public sealed record EasProvisionElement(string Name, string Text, ImmutableArray<string> Items);
