using System.Collections.Immutable;

namespace MamConsole.Protocol.Csp;

/// <summary>The node of an address.</summary>
/// <param name="Node">The node.</param>
/// <param name="LocUri">The address in the canonical spelling, which is the one to send after validation.</param>
/// <param name="Names">The decoded name for each placeholder in the path, in order.</param>
public sealed record CspMatch(CspNode Node, string LocUri, ImmutableArray<(string Placeholder, string Name)> Names);
