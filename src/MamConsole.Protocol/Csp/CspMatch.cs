using System.Collections.Immutable;

namespace MamConsole.Protocol.Csp;

/// <summary>What an address names.</summary>
/// <param name="Node">The node.</param>
/// <param name="LocUri">The address as this server spells it: what is sent, once it was judged.</param>
/// <param name="Names">What stands for each placeholder on the way, decoded, in the order of the address.</param>
public sealed record CspMatch(CspNode Node, string LocUri, ImmutableArray<(string Placeholder, string Name)> Names);
