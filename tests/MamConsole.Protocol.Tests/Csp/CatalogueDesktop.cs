using System.Collections.Immutable;

namespace MamConsole.Tests.Protocol.Csp;

/// <summary>The part of a range that applies to desktops, where phones accepted more.</summary>
internal sealed record CatalogueDesktop(ImmutableArray<string> Special, long Min, long Max);
