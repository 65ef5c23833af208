using System.Collections.Immutable;
using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using MamConsole.Protocol.SyncML;

namespace MamConsole.Simulator.Wire;

/// <summary>Why there is no answer to understand.</summary>
internal sealed record SyncFailure(SyncOutcome Outcome, string Detail, TimeSpan? RetryAfter = null);
