using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;

namespace MamConsole.IntegrationTests.Api;

/// <summary>Calls the API with a JSON body that is sent unchanged.</summary>
internal static class ApiCall
{
    public static async Task<ApiAnswer> CallAsync(
        this HttpClient client,
        HttpMethod method,
        string address,
        string? body = null,
        string? ifMatch = null
    )
    {
        using var request = new HttpRequestMessage(method, address);
        if (body is not null)
        {
            request.Content = new StringContent(body, Encoding.UTF8, new MediaTypeHeaderValue("application/json"));
        }

        if (ifMatch is not null)
        {
            request.Headers.TryAddWithoutValidation("If-Match", ifMatch);
        }

        using var response = await client.SendAsync(request, TestContext.Current.CancellationToken);
        var text = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        var media = response.Content.Headers.ContentType?.MediaType;
        return new ApiAnswer(
            response.StatusCode,
            media?.EndsWith("json", StringComparison.Ordinal) == true ? JsonNode.Parse(text) : null,
            response.Headers.ETag?.ToString(),
            media
        );
    }
}
