using System.Collections.Immutable;

namespace MamConsole.Tests.Protocol.Csp;

/// <summary>What a desktop takes of a range that phones took more of.</summary>
internal sealed record CatalogueDesktop(ImmutableArray<string> Special, long Min, long Max);
