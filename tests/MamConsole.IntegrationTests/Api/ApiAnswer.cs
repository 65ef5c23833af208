using System.Net;
using System.Text.Json.Nodes;

namespace MamConsole.IntegrationTests.Api;

/// <summary>A response of the API.</summary>
internal sealed record ApiAnswer(HttpStatusCode Status, JsonNode? Body, string? ETag, string? MediaType)
{
    /// <summary>A member of the body.</summary>
    public JsonNode? this[string member] => Body?[member];
}
