using System.Text.Json.Nodes;

namespace MamConsole.IntegrationTests.Api;

/// <summary>
/// Compares each answer of the REST API with <c>docs/openapi.v1.json</c>: its status, its media type, the type of a problem and the shape
/// of its JSON. Every client of the tests uses this handler, so that each test of the API also tests the document.
/// </summary>
internal sealed class DocumentedAnswers(HttpMessageHandler inner) : DelegatingHandler(inner)
{
    private const string ProblemJson = "application/problem+json";

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var response = await base.SendAsync(request, cancellationToken);
        var path = request.RequestUri!.AbsolutePath;
        if (
            path.StartsWith("/api/v1/", StringComparison.Ordinal)
            && ApiDocument.Committed is { } document
            && document.Operation(request.Method, path) is { } operation
        )
        {
            var contradictions = await ContradictionsAsync(document, operation, response, cancellationToken);
            Assert.True(
                contradictions.Count == 0,
                $"{request.Method} {path} answered {(int)response.StatusCode}, which docs/openapi.v1.json does not describe: "
                    + $"{string.Join("; ", contradictions)}"
            );
        }

        return response;
    }

    private static async Task<IReadOnlyList<string>> ContradictionsAsync(
        ApiDocument document,
        JsonObject operation,
        HttpResponseMessage response,
        CancellationToken cancellationToken
    )
    {
        if (operation["responses"]![$"{(int)response.StatusCode}"] is not { } described)
        {
            return ["the status is not documented"];
        }

        var type = response.Content.Headers.ContentType?.MediaType;
        if (described["content"]?[type ?? ""] is not { } media)
        {
            return [$"the content type {type ?? "(none)"} is not documented"];
        }

        var missing = (described["headers"]?.AsObject() ?? [])
            .Where(header => (bool?)header.Value!["required"] == true && !response.Headers.Contains(header.Key))
            .Select(header => $"the header {header.Key} is missing")
            .ToArray();
        if (!type!.EndsWith("json", StringComparison.Ordinal) || media["schema"]?["format"] is not null)
        {
            return missing;
        }

        await response.Content.LoadIntoBufferAsync(cancellationToken);
        var body = JsonNode.Parse(await response.Content.ReadAsStringAsync(cancellationToken));
        return type == ProblemJson
            ? [.. missing, .. Problem(described, body!)]
            : [.. missing, .. document.Contradictions(media["schema"]!, body)];
    }

    private static IEnumerable<string> Problem(JsonNode described, JsonNode body)
    {
        var types = described["x-problem-types"]!.AsArray().Select(type => (string)type!);
        return types.Contains((string?)body["type"]) ? [] : [$"the problem {body["type"]} is not documented"];
    }
}
