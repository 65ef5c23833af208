using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using MamConsole.Protocol.Csp;

namespace MamConsole.Tests.Protocol.Csp;

/// <summary>What a desktop takes of a range that phones took more of.</summary>
internal sealed record CatalogueDesktop(ImmutableArray<string> Special, long Min, long Max);
