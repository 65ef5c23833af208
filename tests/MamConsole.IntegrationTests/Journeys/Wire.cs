using System.Net.Http.Headers;

namespace MamConsole.IntegrationTests.Journeys;

/// <summary>Requests that no honest device sends.</summary>
internal static class Wire
{
    private static readonly HttpClient Http = new();

    /// <param name="server">Whom.</param>
    /// <param name="path">Where.</param>
    /// <param name="body">Bytes.</param>
    /// <param name="token">For the Authorization header; null leaves it out.</param>
    /// <param name="change">Anything else that is otherwise.</param>
    public static async Task<WireAnswer> PostAsync(
        Uri server,
        string path,
        ReadOnlyMemory<byte> body,
        string? token = null,
        Action<HttpRequestMessage>? change = null
    )
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(server, path)) { Content = new ReadOnlyMemoryContent(body) };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue(Protocol.SyncML.SyncMLNames.MediaType);
        if (token is not null)
        {
            request.Headers.TryAddWithoutValidation("Authorization", "Bearer " + token);
        }

        change?.Invoke(request);
        var response = await Http.SendAsync(request, TestContext.Current.CancellationToken);
        Assert.NotEqual(true, response.Headers.TransferEncodingChunked);
        Assert.NotNull(response.Content.Headers.ContentLength);
        await IndependentReader.CheckAsync(response);
        return new WireAnswer(
            (int)response.StatusCode,
            await response.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken),
            response
        );
    }
}
